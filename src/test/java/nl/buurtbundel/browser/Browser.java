package nl.buurtbundel.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/** Chromium, with a person in front of it. Every page opened is listened to: a violation of the policy or an error fails. */
final class Browser implements AutoCloseable {
    static final int DESKTOP = 1280;
    static final int PHONE = 390;
    private static final Path PICTURES = Path.of("target/screenshots");

    private static final int DESKTOP_HEIGHT = 900;
    private static final int PHONE_HEIGHT = 844;
    private static final int PATIENCE_MILLIS = 30_000;
    private static final int TALLEST_PICTURE = 12_000;

    /** How much the part that scrolls most has below what is shown of it. */
    private static final String HIDDEN_BELOW = """
            () => {
              let most = 0;
              const search = root => {
                for (const one of root.querySelectorAll('*')) {
                  if (/auto|scroll/.test(getComputedStyle(one).overflowY))
                    most = Math.max(most, one.scrollHeight - one.clientHeight);
                  if (one.shadowRoot) search(one.shadowRoot);
                }
              };
              search(document);
              return Math.max(most, document.documentElement.scrollHeight - innerHeight);
            }
            """;

    /** How closely each view is looked at. */
    enum Eye {
        /** With axe and a picture, on a wide screen and on a phone. */
        CLOSE,
        /** Title, main part and heading only, because another story looks closely at the same views. */
        PASSING
    }

    private final Eye eye;
    private final String watch;
    private final String story;
    private final Set<String> lookedAt = new TreeSet<>();
    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final RunningProduct product;
    private final List<String> complaints = new ArrayList<>();

    /**
     * @param watch a script for every page, which may complain
     * @param story the pictures of each story stand in a folder of its own
     */
    Browser(RunningProduct product, Eye eye, String watch, String story) {
        this.product = product;
        this.eye = eye;
        this.watch = watch;
        this.story = story;
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-quic",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** A new session on a screen this wide. */
    Page open(String path, int width) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, width == PHONE ? PHONE_HEIGHT : DESKTOP_HEIGHT)
                .setLocale("nl-NL")
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
        context.addInitScript(watch);
        Page page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.onConsoleMessage(message -> {
            if ("error".equals(message.type())) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.navigate(product.url(path));
        return page;
    }

    /**
     * The page has a title, one main part and one heading above all. For the close eye, on each width: axe finds nothing against
     * WCAG 2.2 AA on the page as it stands now, and nothing sticks out at the side, or below the frame in which it scrolls. Keeps a picture.
     */
    void look(Page page, String name) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        settle(page);
        lookedAt.add(URI.create(page.url()).getPath());
        Assertions.assertThat(page.title()).as("title of " + name).matches(".+ – Buurtbundel");
        Assertions.assertThat(page.locator("main").count())
                .as("main parts of " + name)
                .isEqualTo(1);
        Assertions.assertThat(page.locator("h1").count())
                .as("first headings of " + name)
                .isEqualTo(1);
        if (eye == Eye.CLOSE) {
            int own = page.viewportSize().width;
            lookAsItIs(page, name);
            resize(page, own == PHONE ? DESKTOP : PHONE);
            lookAsItIs(page, name);
            resize(page, own);
        }
    }

    private static void resize(Page page, int width) {
        page.setViewportSize(width, width == PHONE ? PHONE_HEIGHT : DESKTOP_HEIGHT);
        settle(page);
    }

    /** Until nothing opens, closes or is drawn any more. */
    private static void settle(Page page) {
        page.waitForFunction("() => !document.querySelector('[closing], [opening]')");
        page.evaluate(
                "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100))))");
    }

    private void lookAsItIs(Page page, String name) {
        int width = page.viewportSize().width;
        picture(page, name + "-" + width);
        List<Rule> violations = new AxeBuilder(page)
                .setLegacyMode(true) // the other way opens a tab, and dialogs notice that they lose the focus
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations();
        Assertions.assertThat(violations.stream()
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " at "
                                + rule.getNodes().stream()
                                        .map(node -> String.valueOf(node.getHtml()))
                                        .limit(3)
                                        .toList())
                        .toList())
                .as("axe on " + name + " at " + width)
                .isEmpty();
        Number wider = (Number)
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assertions.assertThat(wider.intValue())
                .as("what sticks out on " + name + " at " + width)
                .isLessThanOrEqualTo(0);
        Number longer = (Number) page.evaluate("() => document.querySelector('vaadin-app-layout')"
                + " ? document.documentElement.scrollHeight - document.documentElement.clientHeight : 0");
        Assertions.assertThat(longer.intValue())
                .as("what makes the window scroll besides the page on " + name + " at " + width)
                .isLessThanOrEqualTo(0);
    }

    /** The page scrolls inside its frame, so the screen grows until everything stands on it. */
    private void picture(Page page, String name) {
        int width = page.viewportSize().width;
        int hidden = ((Number) page.evaluate(HIDDEN_BELOW)).intValue();
        int height = page.viewportSize().height;
        page.setViewportSize(width, Math.min(height + hidden, TALLEST_PICTURE));
        settle(page);
        page.screenshot(
                new Page.ScreenshotOptions().setPath(PICTURES.resolve(story).resolve(name + ".png")));
        page.setViewportSize(width, height);
        settle(page);
    }

    /** The paths of all pages that were looked at. */
    Set<String> lookedAt() {
        return lookedAt;
    }

    /** A picture of every open page, for who wants to know why a test failed. */
    void keepPictures(String name) {
        int number = 0;
        for (BrowserContext context : chromium.contexts()) {
            for (Page page : context.pages()) {
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve(story).resolve("failed-" + name + "-" + number++ + ".png")));
            }
        }
    }

    void forget() {
        chromium.contexts().forEach(BrowserContext::close);
    }

    List<String> complaints() {
        return complaints;
    }

    private static Path executable() {
        return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No Chromium: run deployment/test, which installs it"));
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }
}
