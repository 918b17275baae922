package nl.buurtbundel.outcome.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.time.LocalDate;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.ui.ConfirmDialog;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.foundation.ui.WhoSeesThis;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.outcome.HelperChanges;

/** The button with which somebody who takes part asks for another helper, or since when that waits. */
final class AnotherHelperPart extends Div {
    private final transient HelperChanges helperChanges;
    private final InitiativeId plan;

    AnotherHelperPart(HelperChanges helperChanges, InitiativeId plan, HelperChanges.Asking asking) {
        this.helperChanges = helperChanges;
        this.plan = plan;
        addClassName("bb-stack");
        asking.waitsSince().ifPresentOrElse(this::showWaiting, this::showButton);
    }

    private void showWaiting(LocalDate since) {
        add(new Paragraph(
                getTranslation("outcome.helper.waits", Formats.of(getLocale()).date(since))));
    }

    private void showButton() {
        add(
                new Button(
                        getTranslation("outcome.helper.ask"),
                        click -> new ConfirmDialog(
                                        getTranslation("outcome.helper.ask"),
                                        getTranslation("outcome.helper.what-happens"),
                                        getTranslation("outcome.helper.who-sees"),
                                        getTranslation("outcome.helper.sure"),
                                        this::ask)
                                .open()),
                new WhoSeesThis(getTranslation("outcome.helper.who-sees")));
    }

    private void ask() {
        helperChanges.ask(plan);
        removeAll();
        add(Notice.success(getTranslation("outcome.helper.asked")).announced().focused());
    }
}
