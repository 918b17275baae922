package nl.buurtbundel.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;

/** Chromium, with a person in front of it. Every page opened is listened to: a violation of the policy or an error fails. */
final class Browser implements AutoCloseable {
    static final int DESKTOP = 1280;
    static final int PHONE = 390;
    private static final Path PICTURES = Path.of("target/screenshots");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final RunningProduct product;
    private final List<String> complaints = new ArrayList<>();

    Browser(RunningProduct product) {
        this.product = product;
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

    /** A new session on a screen this wide, logged in as a person of the demo. */
    Page login(String person, int width) {
        Page page = open("/inloggen", width);
        page.locator("button[name=persoon][value='" + person + "']").click();
        page.waitForSelector("vaadin-app-layout");
        return page;
    }

    Page open(String path, int width) {
        BrowserContext context = chromium.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, width == PHONE ? 844 : 900)
                .setLocale("nl-NL")
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
        Page page = context.newPage();
        page.setDefaultTimeout(15_000);
        page.onConsoleMessage(message -> {
            if ("error".equals(message.type())) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.navigate(product.url(path));
        return page;
    }

    void go(Page page, String path) {
        page.navigate(product.url(path));
        page.waitForLoadState(LoadState.NETWORKIDLE);
    }

    /** What axe finds against WCAG 2.2 AA on the page as it stands now must be nothing; keeps a picture of it. */
    void look(Page page, String name) {
        page.waitForLoadState(LoadState.NETWORKIDLE);
        page.waitForFunction("() => !document.querySelector('[closing], [opening]')");
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(PICTURES.resolve(name + "-" + page.viewportSize().width + ".png")));
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
                .as("axe on " + name)
                .isEmpty();
        Number wider = (Number)
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assertions.assertThat(wider.intValue())
                .as("nothing sticks out on " + name)
                .isLessThanOrEqualTo(0);
    }

    /** A picture of every open page, for who wants to know why a test failed. */
    void keepPictures(String name) {
        int number = 0;
        for (BrowserContext context : chromium.contexts()) {
            for (Page page : context.pages()) {
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve("failed-" + name + "-" + number++ + ".png")));
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
