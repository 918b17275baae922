package nl.buurtbundel.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The road by mouse; every view is looked at on a wide screen and on a phone. */
class RoadByMouseIT extends Road {
    RoadByMouseIT() {
        super(new Mouse(), Browser.Eye.CLOSE);
    }

    @Test
    @Order(20)
    void who_was_logged_out_reads_so_and_comes_to_the_login() {
        Page page = enter("daan", Browser.PHONE);
        Page elsewhere = page.context().newPage();
        elsewhere.navigate(page.url());
        elsewhere.locator(".bb-logout").click();
        elsewhere.waitForURL("**/openbaar");
        page.locator("vaadin-drawer-toggle").click();
        assertThat(page.getByText(text("shell.session.over"), new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        page.keyboard().press("Escape");
        page.waitForURL("**/inloggen");
        assertThat(browser().complaints()).allMatch(complaint -> complaint.contains("403"));
        browser().complaints().clear();
    }
}
