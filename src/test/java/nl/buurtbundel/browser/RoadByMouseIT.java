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
    @Order(20)
    void who_was_logged_out_reads_so_and_comes_back_by_the_login() {
        Page page = enter("daan", Browser.PHONE);
        page.navigate(page.url().replaceAll("[^/]*$", "van-mij"));
        page.locator("main h1").waitFor();
        Page elsewhere = page.context().newPage();
        elsewhere.navigate(page.url());
        elsewhere.locator(".bb-logout").click();
        elsewhere.waitForURL("**/openbaar");
        page.locator("vaadin-drawer-toggle").click();
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
