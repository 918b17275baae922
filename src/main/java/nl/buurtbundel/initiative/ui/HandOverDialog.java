package nl.buurtbundel.initiative.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.SerializableConsumer;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.ui.ActionDialog;
import nl.buurtbundel.foundation.ui.Required;
import nl.buurtbundel.foundation.ui.WhoSeesThis;

/** Asks for the outcome of an own plan: exactly what stands in the field is handed over. */
class HandOverDialog extends ActionDialog {
    private static final int MOST_WORDS = 6_000;

    private final TextArea words = new TextArea();
    private final SerializableConsumer<String> handOver;

    HandOverDialog(SerializableConsumer<String> handOver) {
        super(
                Messages.text(UI.getCurrent().getLocale(), "initiative.own-plan.hand-over"),
                Messages.text(UI.getCurrent().getLocale(), "initiative.own-plan.hand-over"));
        this.handOver = handOver;
        words.setLabel(getTranslation("initiative.own-plan.words"));
        words.setHelperText(getTranslation("initiative.own-plan.words-help"));
        words.setMaxLength(MOST_WORDS);
        words.setWidthFull();
        addFields(words);
        addText(new WhoSeesThis(getTranslation("initiative.own-plan.who-sees")));
    }

    @Override
    protected void act() {
        handOver.accept(Required.in(words));
    }
}
