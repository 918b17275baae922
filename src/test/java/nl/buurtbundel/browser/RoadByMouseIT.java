package nl.buurtbundel.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import nl.buurtbundel.Folders;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The road by mouse; every view is looked at on a wide screen and on a phone. */
class RoadByMouseIT extends Road {
    RoadByMouseIT() {
        super(new Mouse(), Browser.Eye.CLOSE);
    }

    @Test
    @Order(19)
    void a_folder_is_dropped_or_chosen_and_every_file_below_it_comes_in() throws IOException {
        Path folder = Files.createTempDirectory("handed-in-");
        Path months = Files.createDirectories(folder.resolve("januari").resolve("oud"));
        for (int number = 1; number <= 120; number++) { // a browser gives the files of a folder a hundred at a time
            Files.writeString(folder.resolve(number + ".xml"), "<bericht/>");
        }
        Files.writeString(months.resolve("1.xml"), "<bericht/>");
        Files.writeString(folder.resolve(".DS_Store"), "x");
        try {
            Page office = enter("backoffice", Browser.DESKTOP);
            drop(office, folder);
            assertThat(imported(office)).isEqualTo("121");
            browser().look(office, "office-folder");
            office.navigate(office.url().replaceAll("/verslag.*", ""));
            FileChooser chooser = office.waitForFileChooser(
                    () -> office.locator("[data-folder]").click());
            chooser.setFiles(folder);
            assertThat(imported(office)).isEqualTo("121");
        } finally {
            Folders.delete(folder);
        }
    }

    /** As a hand does that holds a folder: over the field, and let go. */
    private static void drop(Page office, Path folder) {
        Locator field = office.locator("vaadin-upload");
        field.waitFor();
        BoundingBox box = field.boundingBox();
        JsonObject data = new JsonObject();
        data.add("items", new JsonArray());
        JsonArray files = new JsonArray();
        files.add(folder.toString());
        data.add("files", files);
        data.addProperty("dragOperationsMask", 1);
        CDPSession hand = office.context().newCDPSession(office);
        for (String type : List.of("dragEnter", "dragOver", "drop")) {
            JsonObject event = new JsonObject();
            event.addProperty("type", type);
            event.addProperty("x", box.x + box.width / 2);
            event.addProperty("y", box.y + box.height / 2);
            event.add("data", data);
            hand.send("Input.dispatchDragEvent", event);
        }
        hand.detach();
    }

    /** Starts the import and says how many files were refused: all that came in, because none is a message. */
    private static String imported(Page office) {
        office.locator("vaadin-button:not([disabled])")
                .filter(Screen.exactly(text("intake.imports.start")))
                .click();
        office.waitForURL("**/inlezen/verslag/*");
        office.getByText(text("intake.state.done")).waitFor();
        return String.valueOf(Screen.facts(office.locator("main")).get(text("intake.imports.refused")));
    }

    @Test
    @Order(19)
    void a_double_click_opens_one_dialog_and_acts_once_and_a_conflict_shows_how_it_is_now() {
        Page neighbour = enter("joke", Browser.PHONE);
        neighbour.navigate(neighbour.url().replaceFirst("[^/]*$", "buurtplan/nieuw"));
        write(neighbour, "initiative.form.title", "Klusclub");
        write(neighbour, "initiative.form.summary", "Samen klussen in de buurt.");
        button(neighbour, "initiative.new.next").click();
        choose(neighbour);
        write(neighbour, "initiative.form.what-you-get", "Iemand die komt klussen.");
        Locator households = field(neighbour.locator("main"), "initiative.form.households-needed");
        write(neighbour, "initiative.form.households-needed", "");
        write(neighbour, "initiative.form.places", "3");
        button(neighbour, "initiative.new.next").click();
        assertThat(households).isFocused();
        assertThat(neighbour.locator("vaadin-integer-field[invalid]")).hasCount(1);
        browser().look(neighbour, "resident-new-wrong-number");
        write(neighbour, "initiative.form.households-needed", "5");
        // a double click goes one step on, and not past the costs
        button(neighbour, "initiative.new.next").dblclick();
        write(neighbour, "initiative.form.cost", "Gereedschap");
        write(neighbour, "initiative.form.amount", "400");
        button(neighbour, "initiative.new.next").click();
        write(neighbour, "initiative.form.run-by", "Twee buren");
        button(neighbour, "initiative.new.next").click();
        button(neighbour, "initiative.new.finish").click();
        neighbour.waitForURL(Pattern.compile(".*/buurtplan/\\d+"));

        Page elsewhere = neighbour.context().newPage();
        String plan = neighbour.url();
        neighbour.navigate(plan + "/wijzigen");
        neighbour.locator("main h1").waitFor();
        elsewhere.navigate(plan + "/wijzigen");
        write(elsewhere, "initiative.form.title", "Klussen met buren");
        button(elsewhere, "initiative.change.save").click();
        elsewhere.waitForURL(plan);
        write(neighbour, "initiative.form.summary", "Elke zaterdag klussen.");
        button(neighbour, "initiative.change.save").click();
        neighbour.getByText(text("foundation.conflict.typed-stays")).waitFor();
        browser().look(neighbour, "resident-conflict");
        button(neighbour, "foundation.conflict.show").click();
        assertThat(neighbour.getByText(text("foundation.conflict.typed"))).isVisible();
        assertThat(neighbour.locator(".bb-notice li").filter(new Locator.FilterOptions().setHasText("zaterdag")))
                .isVisible();
        assertThat(field(neighbour.locator("main"), "initiative.form.title")).hasValue("Klussen met buren");
        browser().look(neighbour, "resident-how-it-is-now");

        neighbour.navigate(plan);
        button(neighbour, "initiative.own.open").dblclick();
        Locator dialog = neighbour.locator("vaadin-dialog-overlay");
        mainButton(dialog).waitFor();
        Screen.awaitAnswer(neighbour);
        assertThat(dialog).hasCount(1);
        mainButton(dialog).dblclick();
        assertThat(neighbour.getByText(text("initiative.enough.not-yet"))).isVisible();
        assertThat(dialog).hasCount(0);
        elsewhere.close();
    }

    /** In the first such field: those of a list of lines carry their number. */
    private static void write(Page page, String key, String text) {
        Locator field = page.locator("main").getByLabel(text(key, 1));
        field.fill(text);
        field.press("Tab");
    }

    /** The first of what people want help with. */
    private static void choose(Page page) {
        page.locator("main vaadin-select:visible").first().click();
        page.locator("vaadin-select-item[role=option]:visible").first().click();
    }

    @Test
    @Order(20)
    void who_was_logged_out_reads_so_and_comes_back_by_the_login() {
        Page page = enter("daan", Browser.PHONE);
        page.navigate(page.url().replaceFirst("[^/]*$", "van-mij"));
        page.locator("main h1").waitFor();
        Page elsewhere = page.context().newPage();
        elsewhere.navigate(page.url());
        elsewhere.locator(".bb-logout").click();
        elsewhere.waitForURL("**/openbaar");
        // whatever is pressed asks the server; the page may have asked by itself before, and then the notice lies over
        // it
        page.locator("vaadin-drawer-toggle").dispatchEvent("click");
        assertThat(page.getByText(text("shell.session.over"), new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        page.keyboard().press("Escape");
        page.waitForURL("**/inloggen?naar=*");
        page.locator("button[name=persoon][value=daan]").click();
        page.waitForURL("**/van-mij");
        assertThat(browser().complaints()).allMatch(complaint -> complaint.contains("403"));
        browser().complaints().clear();
    }
}
