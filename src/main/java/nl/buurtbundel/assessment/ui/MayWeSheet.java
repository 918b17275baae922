package nl.buurtbundel.assessment.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import nl.buurtbundel.assessment.Gate;
import nl.buurtbundel.assessment.GateState;
import nl.buurtbundel.assessment.GateText;
import nl.buurtbundel.catalogue.CollectiveAlternative;
import nl.buurtbundel.foundation.ui.DataTable;

/** What the law asks before it may start, on one sheet: article by article, who checks it, what was found and when. */
final class MayWeSheet extends Div {
    private static final String TO_FILL_IN = "…";

    /** @param ofPlan with what was found out; a sheet of the alternative alone leaves room to write that */
    MayWeSheet(AssessmentTexts texts, List<Gate> gates, boolean ofPlan) {
        addClassName("bb-stack");
        if (gates.isEmpty()) {
            add(new Paragraph(texts.text("assessment.gates.none")));
            return;
        }
        DataTable table = new DataTable(
                texts.text("assessment.gates.table"),
                DataTable.Column.text(texts.text("assessment.gates.what")),
                DataTable.Column.text(texts.text("assessment.gates.article")),
                DataTable.Column.text(texts.text("assessment.gates.who")),
                DataTable.Column.text(texts.text("assessment.gates.result")),
                DataTable.Column.text(texts.text("assessment.may-we.date")));
        for (Gate gate : gates) {
            var day = gate.checkedOn();
            table.rowOf(
                    new Span(gate.text().plainWords().in(texts.locale())),
                    texts.articles(gate.text().article()),
                    new Span(gate.text().whoChecks().in(texts.locale())),
                    new Span(ofPlan ? found(gate, texts) : TO_FILL_IN),
                    new Span(day == null ? TO_FILL_IN : texts.formats().shortDate(day)));
        }
        Button print = new Button(
                texts.text("assessment.may-we.print"),
                click -> UI.getCurrent().getPage().executeJs("window.print()"));
        print.addClassName("bb-no-print");
        add(table, print);
    }

    /** All that is asked, while nobody has looked at any of it. */
    static List<Gate> open(CollectiveAlternative alternative) {
        return alternative.legalGates().stream()
                .map(gate -> new Gate(
                        0,
                        new GateText(gate.article(), gate.plainWords(), gate.checker()),
                        GateState.OPEN,
                        null,
                        null,
                        null))
                .toList();
    }

    private static String found(Gate gate, AssessmentTexts texts) {
        StringBuilder found = new StringBuilder(texts.name("assessment.gate-state.", gate.state()));
        String checker = gate.checker();
        if (checker != null) {
            found.append(", ").append(checker);
        }
        String reason = gate.reason();
        if (reason != null) {
            found.append(": ").append(reason);
        }
        return found.toString();
    }
}
