package nl.buurtbundel.decision.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.server.streams.DownloadEvent;
import java.io.IOException;
import java.io.OutputStream;
import nl.buurtbundel.decision.Act;
import nl.buurtbundel.decision.CouncilDecision;
import nl.buurtbundel.decision.DecisionPage;
import nl.buurtbundel.decision.Decisions;
import nl.buurtbundel.foundation.ui.ConfirmDialog;
import nl.buurtbundel.foundation.ui.DayField;
import nl.buurtbundel.foundation.ui.Required;
import nl.buurtbundel.foundation.ui.WhoSeesThis;

/** A proposal to the council: its document, and what the council decided. */
final class CouncilPart extends Div {
    private final transient Decisions decisions;
    private final DecisionTexts texts;
    private final DecisionPage page;

    /** @param changed shows the page anew */
    CouncilPart(Decisions decisions, DecisionTexts texts, DecisionPage page, SerializableRunnable changed) {
        this.decisions = decisions;
        this.texts = texts;
        this.page = page;
        addClassName("bb-stack");
        add(new H2(texts.text("decision.council.title")));
        add(new Anchor(this::send, texts.text("decision.council.document")));
        CouncilDecision council = page.council();
        if (council != null) {
            add(new Paragraph(texts.text(
                    council.adopted() ? "decision.council.adopted" : "decision.council.rejected",
                    council.number(),
                    texts.formats().date(council.on()))));
        }
        page.findAct()
                .filter(act -> act == Act.RECORD_COUNCIL && page.whyNot() == null)
                .ifPresent(act -> {
                    add(
                            new Button(texts.text("decision.council.record"), click -> record(changed)),
                            new WhoSeesThis(texts.text("decision.act.who-sees-ended")));
                });
    }

    private void send(DownloadEvent event) throws IOException {
        byte[] pdf = decisions.writeCouncilDocument(page.id());
        event.setFileName("raadsvoorstel-" + page.id().value() + ".pdf");
        event.setContentType("application/pdf");
        event.setContentLength(pdf.length);
        try (OutputStream out = event.getOutputStream()) {
            out.write(pdf);
        }
    }

    private void record(SerializableRunnable changed) {
        Select<Boolean> outcome = new Select<>();
        outcome.setLabel(texts.text("decision.council.outcome"));
        outcome.setItems(Boolean.TRUE, Boolean.FALSE);
        outcome.setItemLabelGenerator(yes ->
                yes == null ? "" : texts.text(yes ? "decision.council.outcome-yes" : "decision.council.outcome-no"));
        TextField number = new TextField(texts.text("decision.council.number"));
        number.setMaxLength(CouncilDecision.LONGEST_NUMBER);
        DatePicker day = new DayField(texts.text("decision.council.day"));
        new ConfirmDialog(
                        texts.text("decision.council.record"),
                        texts.text("decision.council.record-how"),
                        texts.text("decision.act.who-sees-ended"),
                        texts.text("decision.council.record"),
                        () -> {
                            decisions.recordCouncil(
                                    page.id(),
                                    page.version(),
                                    new CouncilDecision(Required.in(outcome), number.getValue(), Required.in(day)));
                            changed.run();
                        })
                .with(outcome, number, day)
                .grave()
                .open();
    }
}
