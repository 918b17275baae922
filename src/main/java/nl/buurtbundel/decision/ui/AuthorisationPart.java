package nl.buurtbundel.decision.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import nl.buurtbundel.decision.AuthorisationLevel;
import nl.buurtbundel.decision.AuthorisationLine;
import nl.buurtbundel.decision.AuthorisationRule;
import nl.buurtbundel.decision.Authorisations;
import nl.buurtbundel.foundation.ui.ConfirmDialog;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.EmptyState;
import nl.buurtbundel.foundation.ui.Required;
import nl.buurtbundel.foundation.ui.Validity;
import nl.buurtbundel.ledger.TaskFieldName;
import nl.buurtbundel.ledger.TaskFields;
import nl.buurtbundel.money.FiscalYear;

/** At what level the council authorises: which money the college may move itself. */
final class AuthorisationPart extends Div {
    private final transient Authorisations authorisations;
    private final transient TaskFields taskFields;
    private final DecisionTexts texts;
    private final LocalDate today;

    AuthorisationPart(Authorisations authorisations, TaskFields taskFields, DecisionTexts texts, LocalDate today) {
        this.authorisations = authorisations;
        this.taskFields = taskFields;
        this.texts = texts;
        this.today = today;
        addClassName("bb-stack");
        show();
    }

    private void show() {
        List<AuthorisationLine> lines = authorisations.list();
        removeAll();
        add(
                new H2(texts.text("decision.authorisations.title")),
                new Paragraph(texts.text("decision.authorisations.how")),
                new Button(texts.text("decision.authorisations.add"), click -> addLine()),
                lines.isEmpty() ? new EmptyState(texts.text("decision.authorisations.empty")) : table(lines));
    }

    private DataTable table(List<AuthorisationLine> lines) {
        DataTable table = new DataTable(
                texts.text("decision.authorisations.table"),
                DataTable.Column.text(texts.text("decision.authorisations.rule")),
                DataTable.Column.text(texts.text("decision.mandates.fields")),
                DataTable.Column.text(texts.text("decision.mandates.valid")),
                DataTable.Column.text(texts.text("decision.mandates.action")));
        EndLine end = new EndLine(texts, today, texts.text("decision.mandates.who-sees"));
        for (AuthorisationLine line : lines) {
            AuthorisationRule rule = line.rule();
            table.rowOf(
                    new Span(texts.rule(rule)),
                    new Span(
                            rule.taskFields().isEmpty()
                                    ? texts.text("decision.rule.all-fields")
                                    : rule.taskFields().stream().sorted().collect(Collectors.joining(", "))),
                    new Span(Validity.words(texts.locale(), rule.validity())),
                    end.of(texts.rule(rule), rule.validity(), lastDay -> {
                        authorisations.end(line.id(), line.version(), lastDay);
                        show();
                    }));
        }
        return table;
    }

    private void addLine() {
        Select<AuthorisationLevel> level = new Select<>();
        level.setLabel(texts.text("decision.authorisations.level"));
        level.setItems(AuthorisationLevel.values());
        level.setItemLabelGenerator(one -> one == null ? "" : texts.name("decision.authorisation-level.", one));
        TextField programme = new TextField(texts.text("decision.authorisations.programme"));
        programme.setMaxLength(AuthorisationRule.LONGEST_NAME);
        programme.setWidthFull();
        MultiSelectComboBox<TaskFieldName> fields = new MultiSelectComboBox<>(texts.text("decision.mandates.fields"));
        fields.setItems(taskFields.list(FiscalYear.of(today)));
        programme.setVisible(false);
        fields.setVisible(false);
        level.addValueChangeListener(change -> {
            boolean named = change.getValue() == AuthorisationLevel.PROGRAMME;
            programme.setVisible(named);
            fields.setVisible(named);
        });
        Validity validity = new Validity(texts.locale(), today);
        new ConfirmDialog(
                        texts.text("decision.authorisations.add"),
                        texts.text("decision.authorisations.add-how"),
                        texts.text("decision.mandates.who-sees"),
                        texts.text("decision.mandates.save"),
                        () -> {
                            authorisations.add(
                                    Required.in(level) == AuthorisationLevel.PROGRAMME
                                            ? AuthorisationRule.programme(
                                                    programme.getValue(),
                                                    fields.getValue().stream()
                                                            .map(TaskFieldName::code)
                                                            .collect(Collectors.toSet()),
                                                    validity.read())
                                            : AuthorisationRule.everyTaskField(validity.read()));
                            show();
                        })
                .with(level, programme, fields, validity.first(), validity.last())
                .open();
    }
}
