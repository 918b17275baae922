package nl.buurtbundel.initiative.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.SerializableBiConsumer;
import java.time.LocalDate;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.ui.ActionDialog;
import nl.buurtbundel.foundation.ui.DayField;
import nl.buurtbundel.foundation.ui.Required;
import nl.buurtbundel.foundation.ui.WhoSeesThis;

/** Asks what the municipality does in return for an own plan, and by when. */
class PromiseDialog extends ActionDialog {
    private static final int MOST_WORDS = 1_000;

    private final TextArea what = new TextArea();
    private final DatePicker byDay = new DayField();
    private final SerializableBiConsumer<String, LocalDate> promise;

    PromiseDialog(SerializableBiConsumer<String, LocalDate> promise) {
        super(
                Messages.text(UI.getCurrent().getLocale(), "initiative.own-plan.promise"),
                Messages.text(UI.getCurrent().getLocale(), "initiative.own-plan.promise"));
        this.promise = promise;
        what.setLabel(getTranslation("initiative.own-plan.promise-what"));
        what.setMaxLength(MOST_WORDS);
        what.setWidthFull();
        byDay.setLabel(getTranslation("initiative.own-plan.promise-by"));
        addFields(what, byDay);
        addText(new WhoSeesThis(getTranslation("initiative.own-plan.who-sees")));
    }

    @Override
    protected void act() {
        promise.accept(Required.in(what), Required.in(byDay));
    }
}
