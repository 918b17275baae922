package nl.buurtbundel.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * The main road as people walk it: team worker, residents on a phone, alderman, budget holder, anyone. One product, one plan;
 * the steps are one story, so their order is fixed and each stands on the one before.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(RoadIT.OneStory.class)
class RoadIT {
    private static RunningProduct product;
    private static Browser browser;
    private static String plan;

    @BeforeAll
    static void start() throws IOException {
        product = RunningProduct.startDemo();
        browser = new Browser(product);
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        if (product != null) {
            product.close();
        }
    }

    @Test
    @Order(1)
    void a_team_worker_sees_what_98_households_cost_and_opens_the_sum() {
        Page team = browser.login("fatima", Browser.DESKTOP);
        browser.look(team, "team-neighbourhoods");
        browser.go(team, "/buurten/BU99010101");
        assertThat(team.locator("main, body").first()).containsText("€ 833.286");
        browser.look(team, "team-neighbourhood");
        link(team, "Bekijk de som").first().click();
        team.waitForURL(Pattern.compile(".*/suggestie/\\d+"));
        Locator page = team.locator("vaadin-app-layout");
        for (String figure : List.of(
                "20%",
                "93%",
                "66",
                "98",
                "€ 63.771,88",
                "€ 178.561,25",
                "€ 286.973,44",
                "€ 166.665,44",
                "€ 102.893,56",
                "€ 11.895,81",
                "€ 120.308,00",
                "131: hier nooit",
                "€ 44.744,50",
                "€ 26.733,81",
                "€ 78.001,44",
                "€ 62.568,00",
                "€ 8.096,00",
                "€ 5.520,00",
                "€ 1.480,00",
                "€ 5.000,00",
                "€ 6.000,00")) {
            assertThat(plain(page.innerText())).contains(figure);
        }
        browser.look(team, "team-sum");
    }

    @Test
    @Order(2)
    void the_team_invites_every_address_for_coffee() {
        Page team = browser.login("fatima", Browser.DESKTOP);
        browser.go(team, "/buurten/BU99010101");
        link(team, "Bekijk de som").first().click();
        button(team, "Nodig uit voor koffie").click();
        team.getByLabel("Dag").fill("10-12-2026");
        team.keyboard().press("Enter");
        team.getByLabel("Tijd").fill("10:00");
        team.keyboard().press("Enter");
        team.getByLabel("Plek").fill("Buurthuis De Riethof");
        team.getByLabel("Wie kunnen mensen").fill("het wijkteam, 030 123 45 67");
        browser.look(team, "team-invite");
        button(team, "Maak de brieven").click();
        Locator download = team.locator(".bb-notice-success a");
        download.waitFor(new Locator.WaitForOptions().setTimeout(120_000));
        Path letters = team.waitForDownload(download::click).path();
        assertThat(letters).isNotEmptyFile();
        browser.look(team, "team-invited");
    }

    @Test
    @Order(3)
    void a_resident_starts_a_plan_from_the_idea_in_five_small_steps() {
        Page resident = browser.login("samira", Browser.PHONE);
        assertThat(resident.locator("vaadin-app-layout")).containsText("Buurtcrèche met ouders");
        browser.look(resident, "resident-ideas");
        resident.getByText("Begin een buurtplan").first().click();
        resident.waitForURL(Pattern.compile(".*/buurtplan/nieuw.*"));
        browser.look(resident, "resident-new-1");
        button(resident, "Verder").click();
        resident.getByLabel("Wat krijgt een huishouden?").fill("Uw kind kan vijf dagdelen per week naar de crèche.");
        browser.look(resident, "resident-new-2");
        button(resident, "Verder").click();
        assertThat(resident.getByText("Stap 3 van 5")).isVisible();
        browser.look(resident, "resident-new-3");
        button(resident, "Verder").click();
        resident.getByLabel("Wie doet het?").fill("Vijf ouders en twee vaste leiders");
        browser.look(resident, "resident-new-4");
        button(resident, "Verder").click();
        assertThat(resident.getByText("Stap 5 van 5")).isVisible();
        browser.look(resident, "resident-new-5");
        button(resident, "Bewaar mijn plan").click();
        resident.waitForURL(Pattern.compile(".*/buurtplan/\\d+"));
        plan = resident.url().replaceAll(".*/", "");
        button(resident, "Vraag de buurt").click();
        browser.look(resident, "resident-ask");
        confirm(resident);
        assertThat(resident.getByText("Er doen nog niet genoeg huishoudens mee."))
                .isVisible();
        browser.look(resident, "resident-plan-open");
    }

    @Test
    @Order(4)
    void others_join_and_leave_and_nobody_learns_who() {
        Page neighbour = browser.login("joke", Browser.PHONE);
        browser.go(neighbour, "/buurtplan/" + plan);
        join(neighbour);
        neighbours(neighbour, "Laat 69 buren meedoen", 69);
        Page initiator = browser.login("samira", Browser.PHONE);
        browser.go(initiator, "/buurtplan/" + plan);
        assertThat(initiator.getByText("Er doen genoeg huishoudens mee om te beginnen."))
                .isVisible();
        neighbours(neighbour, "Laat 5 buren weer weggaan", 5);
        browser.go(initiator, "/buurtplan/" + plan);
        assertThat(initiator.getByText("Er doen nog niet genoeg huishoudens mee."))
                .isVisible();
        String seen = initiator.locator("vaadin-app-layout").innerText();
        assertThat(seen).doesNotContainPattern("\\b(64|65|69|70)\\b").doesNotContain("Dijkhof");
        neighbours(neighbour, "Laat 69 buren meedoen", 5);
    }

    @Test
    @Order(5)
    void a_change_of_the_price_asks_everybody_again() {
        Page initiator = browser.login("samira", Browser.PHONE);
        browser.go(initiator, "/buurtplan/" + plan);
        initiator.getByText("Wijzig het plan").click();
        initiator.waitForURL(Pattern.compile(".*/wijzigen"));
        browser.look(initiator, "resident-change");
        initiator.getByLabel("Wat betaalt een huishouden zelf per maand? (€)").fill("10");
        initiator.keyboard().press("Tab");
        button(initiator, "Bewaar het plan").click();
        confirm(initiator);
        initiator.waitForURL(Pattern.compile(".*/buurtplan/\\d+"));
        assertThat(initiator.getByText("Er doen nog niet genoeg huishoudens mee."))
                .isVisible();
        Page neighbour = browser.login("joke", Browser.PHONE);
        browser.go(neighbour, "/buurtplan/" + plan);
        assertThat(neighbour.getByText("Het plan is anders dan toen u ja zei.")).isVisible();
        browser.look(neighbour, "resident-asked-again");
        neighbour.getByText("Ja, ook met").first().click();
        neighbours(neighbour, "Laat de buren opnieuw ja zeggen", 69);
        browser.go(initiator, "/buurtplan/" + plan);
        button(initiator, "Dien het plan in").click();
        confirmIfAsked(initiator);
        assertThat(initiator.getByText("Ingediend").first()).isVisible();
        browser.look(initiator, "resident-submitted");
    }

    @Test
    @Order(6)
    void the_team_assesses_in_the_order_of_the_reverse_test() {
        Page team = browser.login("fatima", Browser.DESKTOP);
        browser.go(team, "/werkvoorraad");
        browser.look(team, "team-work");
        button(team, "Bekijk het eerste plan").click();
        team.waitForURL(Pattern.compile(".*/beoordeling/\\d+"));
        button(team, "Begin met de beoordeling").click();
        button(team, "Beantwoord vraag 1").waitFor();
        button(team, "Zeg dat iets niet mag").click();
        Locator dialog = dialog(team);
        dialog.locator("vaadin-select").click();
        team.locator("vaadin-select-item").first().waitFor();
        team.keyboard().press("Enter");
        dialog.getByLabel("Wat mag er niet, en waarom?").fill("Geld voor hulp mag niet naar een crèche.");
        browser.look(team, "team-objection");
        confirm(team);
        for (int question = 1; question <= 4; question++) {
            button(team, "Beantwoord vraag " + question).click();
            Locator asked = dialog(team);
            asked.getByText("Ja", new Locator.GetByTextOptions().setExact(true)).click();
            asked.getByLabel("Leg uit waarom").fill("Dit past bij wat gezinnen willen en bij de wet.");
            if (question == 4) {
                article(team, asked, "2.9");
            }
            confirm(team);
        }
        Locator gates = team.locator("vaadin-button[aria-label^='Vul de uitkomst in']");
        int number = gates.count();
        assertThat(number).isPositive();
        for (int gate = 0; gate < number; gate++) {
            gates.nth(gate).click();
            Locator asked = dialog(team);
            asked.getByText("Geregeld", new Locator.GetByTextOptions().setExact(true))
                    .click();
            asked.getByLabel("Hoe is het geregeld").fill("Nagekeken met de GGD.");
            confirm(team);
            assertThat(team.getByText(Pattern.compile("^Geregeld, "))).hasCount(gate + 1);
        }
        button(team, "Beantwoord deze tegenwerping").click();
        Locator answer = dialog(team);
        answer.locator("vaadin-radio-button").first().click();
        article(team, answer, "2.9");
        answer.getByLabel("Leg in gewone woorden uit").fill("De gemeente mag ook andere voorzieningen bieden.");
        confirm(team);
        browser.look(team, "team-assessment");
        button(team, "Geef advies").click();
        Locator advice = dialog(team);
        advice.getByText("Positief", new Locator.GetByTextOptions().setExact(true))
                .click();
        advice.getByLabel("Uitleg, of de voorwaarden").fill("Een goed plan.");
        confirm(team);
        assertThat(team.getByText("Stel een besluit voor").first()).isVisible();
    }

    @Test
    @Order(7)
    void a_colleague_proposes_and_the_page_says_who_may_decide() {
        Page team = browser.login("ruben", Browser.DESKTOP);
        browser.go(team, "/besluit-voorstellen/" + plan);
        browser.look(team, "team-propose");
        button(team, "Stel voor en houd het geld vast").click();
        team.waitForURL(Pattern.compile(".*/besluit/\\d+"));
        assertThat(team.getByText("Beslis: ja")).hasCount(0);
    }

    @Test
    @Order(8)
    void the_alderman_decides_on_one_page_and_the_budget_holder_signs_second() {
        Page alderman = browser.login("wethouder", Browser.DESKTOP);
        browser.look(alderman, "alderman-decisions");
        button(alderman, "Open het eerste besluit").click();
        alderman.waitForURL(Pattern.compile(".*/besluit/\\d+"));
        browser.look(alderman, "alderman-decision");
        button(alderman, "Beslis: ja").click();
        confirmIfAsked(alderman);
        assertThat(alderman.getByText("Teken als tweede")).hasCount(0);
        Page holder = browser.login("budgethouder", Browser.DESKTOP);
        browser.look(holder, "holder-decisions");
        button(holder, "Open het eerste besluit").click();
        holder.waitForURL(Pattern.compile(".*/besluit/\\d+"));
        browser.look(holder, "holder-decision");
        button(holder, "Teken als tweede").click();
        confirmIfAsked(holder);
        assertThat(button(holder, "Teken als tweede")).hasCount(0);
    }

    @Test
    @Order(9)
    void the_pooled_budget_shows_the_way_of_the_money_and_the_ledger_its_proof() {
        Page holder = browser.login("budgethouder", Browser.DESKTOP);
        browser.go(holder, "/buurtpot/" + plan);
        browser.look(holder, "holder-pooled-budget");
        Page controller = browser.login("controller", Browser.DESKTOP);
        browser.look(controller, "controller-ledger");
        button(controller, "Controleer nu").click();
        assertThat(controller.locator(".bb-notice-success").first()).isVisible();
        browser.look(controller, "controller-proof");
    }

    @Test
    @Order(10)
    void anyone_sees_the_granted_plan_without_logging_in() {
        Page anyone = browser.open("/openbaar", Browser.PHONE);
        link(anyone, "Buurtcrèche met ouders").click();
        assertThat(plain(anyone.locator("main").innerText()))
                .contains("De Rietlanden", "€ 160.665,44", "€ 18.000,00", "Het mag");
        browser.look(anyone, "public-plan");
        Page wide = browser.open("/openbaar", Browser.DESKTOP);
        browser.look(wide, "public");
    }

    @Test
    @Order(11)
    void the_back_office_repairs_and_sees_the_list_get_shorter() {
        Page office = browser.login("backoffice", Browser.DESKTOP);
        browser.look(office, "office-imports");
        office.locator(".bb-table a").first().click();
        office.waitForURL(Pattern.compile(".*/verslag/\\d+"));
        browser.look(office, "office-report");
        browser.go(office, "/herstellijst");
        browser.look(office, "office-repairs");
    }

    @Test
    @Order(12)
    void administrators_see_the_catalogue_the_mandates_and_the_needs() {
        Page administrator = browser.login("beheerder", Browser.DESKTOP);
        browser.look(administrator, "administrator-catalogue");
        browser.go(administrator, "/mandaten");
        browser.look(administrator, "administrator-mandates");
        browser.go(administrator, "/hulpvragen");
        browser.look(administrator, "administrator-needs");
    }

    @Test
    @Order(13)
    void a_resident_reads_the_own_file_on_a_phone() {
        Page resident = browser.login("samira", Browser.PHONE);
        browser.go(resident, "/mijn-gegevens");
        assertThat(plain(resident.locator("vaadin-app-layout").innerText()))
                .contains("Uw kind", "Opvoedhulp", "Gegevens inlezen");
        browser.look(resident, "resident-own-file");
    }

    @Test
    @Order(14)
    void no_page_broke_the_policy_or_threw_an_error() {
        assertThat(browser.complaints()).isEmpty();
    }

    private static void join(Page resident) {
        resident.getByText("Ja, wij doen mee").first().click();
        resident.waitForURL(Pattern.compile(".*/meedoen"));
        browser.look(resident, "resident-join-1");
        button(resident, "Verder").click();
        browser.look(resident, "resident-join-2");
        button(resident, "Ja, wij doen mee").click();
        assertThat(resident.getByText("U doet mee.")).isVisible();
        browser.look(resident, "resident-join-3");
    }

    private static void neighbours(Page page, String deed, int expected) {
        page.navigate(product.url("/inloggen"));
        button(page, deed).click();
        page.waitForURL(Pattern.compile(".*gedaan=" + expected));
    }

    private static void article(Page page, Locator dialog, String part) {
        Locator box = dialog.locator("vaadin-combo-box input");
        box.fill(part);
        page.locator("vaadin-combo-box-item:visible").first().waitFor();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
    }

    private static Locator dialog(Page page) {
        Locator dialog = page.locator("vaadin-dialog-overlay").last();
        dialog.waitFor();
        return dialog;
    }

    /** Presses the main button of the dialog and waits until it is gone. */
    private static void confirm(Page page) {
        dialog(page).locator("vaadin-button[theme~=primary]").click();
        assertThat(page.locator("vaadin-dialog-overlay")).hasCount(0);
    }

    private static void confirmIfAsked(Page page) {
        page.waitForTimeout(700);
        if (page.locator("vaadin-dialog-overlay").count() > 0) {
            confirm(page);
        }
    }

    /** After a step that failed, the next ones would only say the same again. */
    static final class OneStory
            implements ExecutionCondition, TestExecutionExceptionHandler, AfterTestExecutionCallback {
        private static String failed = "";

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            return failed.isEmpty()
                    ? ConditionEvaluationResult.enabled("the story goes on")
                    : ConditionEvaluationResult.disabled("the story stopped at " + failed);
        }

        @Override
        public void handleTestExecutionException(ExtensionContext context, Throwable thrown) throws Throwable {
            failed = context.getDisplayName();
            browser.keepPictures(context.getRequiredTestMethod().getName());
            throw thrown;
        }

        @Override
        public void afterTestExecution(ExtensionContext context) {
            browser.forget();
        }
    }

    private static Locator button(Page page, String name) {
        return page.locator("vaadin-button:visible, button:visible")
                .filter(new Locator.FilterOptions().setHasText(name));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }
}
