package nl.buurtbundel.decision.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import nl.buurtbundel.access.Deputies;
import nl.buurtbundel.access.DeputyLine;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.access.StaffMember;
import nl.buurtbundel.foundation.ui.ConfirmDialog;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.EmptyState;
import nl.buurtbundel.foundation.ui.Required;
import nl.buurtbundel.foundation.ui.Validity;

/** Who stands in for whom, until when. */
final class DeputiesPart extends Div {
    private final transient Deputies deputies;
    private final DecisionTexts texts;
    private final LocalDate today;

    DeputiesPart(Deputies deputies, DecisionTexts texts, LocalDate today) {
        this.deputies = deputies;
        this.texts = texts;
        this.today = today;
        addClassName("bb-stack");
        show();
    }

    private void show() {
        List<DeputyLine> lines = deputies.list();
        removeAll();
        add(
                new H2(texts.text("decision.deputies.title")),
                new Paragraph(texts.text("decision.deputies.how")),
                new Button(texts.text("decision.deputies.add"), click -> addLine()),
                lines.isEmpty() ? new EmptyState(texts.text("decision.deputies.empty")) : table(lines));
    }

    private DataTable table(List<DeputyLine> lines) {
        DataTable table = new DataTable(
                texts.text("decision.deputies.table"),
                DataTable.Column.text(texts.text("decision.deputies.deputy")),
                DataTable.Column.text(texts.text("decision.deputies.absent")),
                DataTable.Column.text(texts.text("decision.deputies.role")),
                DataTable.Column.text(texts.text("decision.mandates.valid")),
                DataTable.Column.text(texts.text("decision.mandates.action")));
        for (DeputyLine line : lines) {
            table.rowOf(
                    new Span(line.deputy()),
                    new Span(line.absent()),
                    new Span(texts.text(line.role().key())),
                    new Span(Validity.words(texts.locale(), line.validity())),
                    actions(line));
        }
        return table;
    }

    private String words(DeputyLine line) {
        return texts.text("decision.deputies.line", line.deputy(), line.absent());
    }

    private Component actions(DeputyLine line) {
        LocalDate withdrawn = line.withdrawnOn();
        if (withdrawn != null) {
            return new Span(
                    texts.text("decision.deputies.withdrawn", texts.formats().shortDate(withdrawn)));
        }
        Div actions = new Div(new EndLine(texts, today, texts.text("decision.deputies.who-sees"))
                .of(words(line), line.validity(), lastDay -> {
                    deputies.end(line.id(), line.version(), lastDay);
                    show();
                }));
        if (line.canBeWithdrawn(today)) {
            Button withdraw = new Button(texts.text("decision.deputies.withdraw"), click -> withdraw(line));
            withdraw.setAriaLabel(texts.text("decision.deputies.withdraw-this", words(line)));
            actions.add(withdraw);
        }
        return actions;
    }

    private void withdraw(DeputyLine line) {
        new ConfirmDialog(
                        texts.text("decision.deputies.withdraw"),
                        texts.text("decision.deputies.withdraw-how", words(line)),
                        texts.text("decision.deputies.who-sees"),
                        texts.text("decision.deputies.withdraw"),
                        () -> {
                            deputies.withdraw(line.id(), line.version());
                            show();
                        })
                .grave()
                .open();
    }

    private void addLine() {
        List<StaffMember> staff = deputies.listStaff();
        Select<Role> role = new Select<>();
        role.setLabel(texts.text("decision.deputies.role"));
        role.setItems(Arrays.stream(Role.values()).filter(Role::canBeStoodInFor).toList());
        role.setItemLabelGenerator(one -> one == null ? "" : texts.text(one.key()));
        ComboBox<StaffMember> absent = people("decision.deputies.absent", List.of());
        ComboBox<StaffMember> deputy = people(
                "decision.deputies.deputy",
                staff.stream().filter(StaffMember::canStandIn).toList());
        role.addValueChangeListener(change -> absent.setItems(staff.stream()
                .filter(one -> one.roles().contains(change.getValue()))
                .toList()));
        Validity validity = new Validity(texts.locale(), today);
        validity.last().setLabel(texts.text("foundation.validity.last-day"));
        new ConfirmDialog(
                        texts.text("decision.deputies.add"),
                        texts.text("decision.deputies.add-how"),
                        texts.text("decision.deputies.who-sees"),
                        texts.text("decision.deputies.save"),
                        () -> {
                            deputies.appoint(
                                    Required.in(deputy).id(),
                                    Required.in(absent).id(),
                                    Required.in(role),
                                    validity.read());
                            show();
                        })
                .with(role, absent, deputy, validity.first(), validity.last())
                .open();
    }

    private ComboBox<StaffMember> people(String key, List<StaffMember> staff) {
        ComboBox<StaffMember> field = new ComboBox<>(texts.text(key));
        field.setItems(staff);
        field.setItemLabelGenerator(StaffMember::name);
        return field;
    }
}
