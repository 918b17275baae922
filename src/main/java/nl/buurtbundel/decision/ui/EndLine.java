package nl.buurtbundel.decision.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import java.time.LocalDate;
import nl.buurtbundel.foundation.ui.ConfirmDialog;
import nl.buurtbundel.foundation.ui.Required;
import nl.buurtbundel.foundation.ui.Validity;
import nl.buurtbundel.money.Period;

/** What can still be done with a line of a table that is ended and never rewritten. */
record EndLine(DecisionTexts texts, LocalDate today, String whoSees) {

    /**
     * A button that asks for the last day, or that it has ended.
     *
     * @param line in words
     */
    Component of(String line, Period validity, SerializableConsumer<LocalDate> end) {
        LocalDate lastDay = validity.lastDay();
        if (lastDay != null && lastDay.isBefore(today)) {
            return new Span(texts.text("decision.mandates.ended"));
        }
        Button button = new Button(texts.text("decision.mandates.end"), click -> ask(line, end));
        button.setAriaLabel(texts.text("decision.mandates.end-this", line));
        return button;
    }

    private void ask(String line, SerializableConsumer<LocalDate> end) {
        DatePicker lastDay = Validity.lastDay(texts.locale(), today);
        new ConfirmDialog(
                        texts.text("decision.mandates.end"),
                        line,
                        whoSees,
                        texts.text("decision.mandates.end"),
                        () -> end.accept(Required.in(lastDay)))
                .with(lastDay)
                .grave()
                .open();
    }
}
