package nl.buurtbundel.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import nl.buurtbundel.foundation.Messages;

/** Points and clicks; types only where it has clicked. */
final class Mouse implements Hand {

    @Override
    public String watch() {
        return "";
    }

    @Override
    public void press(Locator target) {
        Screen.awaitAnswer(target.page());
        target.click();
    }

    @Override
    public void type(Locator field, String text) {
        field.click();
        field.fill(text);
        field.press("Tab");
    }

    @Override
    public void pick(Locator radioButton) {
        Screen.awaitAnswer(radioButton.page());
        radioButton.click();
    }

    @Override
    public void tick(Locator box) {
        Screen.awaitAnswer(box.page());
        box.click();
    }

    @Override
    public void choose(Locator select, String option) {
        select.click();
        select.page()
                .locator("vaadin-select-item[role=option]:visible")
                .filter(Screen.exactly(option))
                .click();
    }

    @Override
    public void search(Locator comboBox, String part) {
        comboBox.click();
        comboBox.locator("input").fill(part);
        comboBox.page()
                .locator("vaadin-combo-box-item:visible")
                .filter(new Locator.FilterOptions().setHasText(part))
                .first()
                .click();
    }

    @Override
    public void entered(Locator dialog) {
        // who points needs no focus
    }

    @Override
    public void cancel(Locator dialog) {
        press(dialog.locator("vaadin-button")
                .filter(Screen.exactly(Messages.text(Messages.DUTCH, "foundation.confirm.cancel"))));
    }

    @Override
    public void left(Page page) {
        // who points needs no focus
    }
}
