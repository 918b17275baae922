package nl.buurtbundel.budget.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableRunnable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.budget.BridgeShare;
import nl.buurtbundel.budget.BridgeSummary;
import nl.buurtbundel.budget.Bridges;
import nl.buurtbundel.budget.BridgingBudgetSummary;
import nl.buurtbundel.budget.ContributorKind;
import nl.buurtbundel.budget.EscalationLevel;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.ui.ConfirmDialog;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.DecimalField;
import nl.buurtbundel.foundation.ui.EmptyState;
import nl.buurtbundel.foundation.ui.Required;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.ledger.TaskFieldName;
import nl.buurtbundel.ledger.TaskFields;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** What each level of escalation can bridge with, what is out, and who takes it over. */
final class BridgingPart extends Div {
    private final transient Bridges bridges;
    private final transient TaskFields taskFields;
    private final transient MunicipalityCode municipality;
    private final transient FiscalYear year;
    private final boolean keeps;
    private final SerializableRunnable changed;
    private final Formats formats;

    BridgingPart(
            Bridges bridges,
            TaskFields taskFields,
            Initiatives initiatives,
            Access access,
            MunicipalityCode municipality,
            FiscalYear year,
            SerializableRunnable changed) {
        this.bridges = bridges;
        this.taskFields = taskFields;
        this.municipality = municipality;
        this.year = year;
        this.keeps = access.may(Operation.KEEP_BRIDGING);
        this.changed = changed;
        this.formats = Formats.of(getLocale());
        addClassName("bb-stack");
        List<BridgingBudgetSummary> budgets = bridges.listBudgets(municipality, year);
        List<BridgeSummary> out = bridges.list(municipality, year);
        add(
                new H2(getTranslation("budget.bridging.title", year.toString())),
                new Paragraph(getTranslation("budget.bridging.explained")));
        if (keeps) {
            add(new Button(getTranslation("budget.bridging.set"), click -> set(budgets)));
        }
        add(budgets.isEmpty() ? new EmptyState(getTranslation("budget.bridging.none")) : table(budgets));
        if (!out.isEmpty()) {
            add(bridgeTable(
                    out,
                    PlanNames.of(
                            initiatives, out.stream().map(BridgeSummary::plan).toList())));
        }
    }

    private DataTable table(List<BridgingBudgetSummary> budgets) {
        DataTable table = new DataTable(
                getTranslation("budget.bridging.caption"),
                DataTable.Column.text(getTranslation("budget.bridging.level")),
                DataTable.Column.text(getTranslation("budget.planned.task-field")),
                DataTable.Column.number(getTranslation("budget.bridging.total")),
                DataTable.Column.number(getTranslation("budget.bridging.out")),
                DataTable.Column.number(getTranslation("budget.bridging.free")));
        budgets.forEach(one -> table.row(
                level(one.level()),
                taskField(one.taskField()),
                formats.euros(one.total()),
                formats.euros(one.out()),
                formats.euros(one.free())));
        return table;
    }

    private DataTable bridgeTable(List<BridgeSummary> out, Map<String, String> names) {
        DataTable table = new DataTable(
                getTranslation("budget.bridge.caption"),
                DataTable.Column.text(getTranslation("budget.bridge.what")),
                DataTable.Column.number(getTranslation("budget.bridge.amount")),
                DataTable.Column.number(getTranslation("budget.bridge.open")),
                DataTable.Column.text(getTranslation("budget.bridge.payers")));
        out.forEach(one -> table.rowOf(
                what(one, names),
                new Span(formats.euros(one.amount())),
                new Span(formats.euros(one.open())),
                payers(one)));
        return table;
    }

    private Div what(BridgeSummary one, Map<String, String> names) {
        Div what = new Div(
                new Div(PlanNames.link(one.plan(), names)),
                new Div(getTranslation("budget.bridge.paid-to", one.receiver())),
                new Div(getTranslation("budget.bridge.until", formats.date(one.until()))));
        if (one.givenBack().isPositive()) {
            what.add(new Div(getTranslation("budget.bridge.given-back", formats.euros(one.givenBack()))));
        }
        if (one.borne().isPositive()) {
            what.add(new Div(getTranslation("budget.bridge.borne", formats.euros(one.borne()))));
        }
        return what;
    }

    private Div payers(BridgeSummary one) {
        Div payers = new Div();
        one.payers().forEach(payer -> payers.add(payer(one, payer)));
        if (one.payers().isEmpty()) {
            payers.add(new Div(
                    getTranslation(one.isOpen() ? "budget.bridge.payers-argue" : "budget.bridge.nothing-open")));
        }
        if (keeps && one.isOpen()) {
            payers.add(small("budget.bridge.agree", one.receiver(), () -> agree(one)));
        }
        if (keeps && one.mayChange()) {
            payers.add(small("budget.bridge.give-back", one.receiver(), () -> giveBack(one)));
        }
        return payers;
    }

    private Div payer(BridgeSummary one, BridgeSummary.Payer payer) {
        String name = name(payer);
        Div line = new Div(new Span(
                payer.settledOn() == null
                        ? getTranslation("budget.bridge.due", name, formats.euros(payer.due()))
                        : getTranslation(
                                "budget.bridge.settled",
                                name,
                                formats.euros(payer.due()),
                                formats.date(payer.settledOn()))));
        if (keeps && one.isOpen() && payer.settledOn() == null) {
            line.add(small("budget.bridge.settle", name, () -> settle(one, payer, name)));
        }
        return line;
    }

    // ---- what can be done

    private void set(List<BridgingBudgetSummary> budgets) {
        Select<EscalationLevel> level = new Select<>();
        level.setLabel(getTranslation("budget.bridging.level"));
        level.setItems(Arrays.stream(EscalationLevel.values())
                .filter(EscalationLevel::bridges)
                .toList());
        level.setItemLabelGenerator(one -> one == null ? "" : level(one));
        level.setValue(EscalationLevel.LOCAL);
        level.setWidthFull();
        Select<TaskFieldName> taskField = taskFieldSelect("budget.planned.task-field");
        DecimalField amount = new DecimalField(getTranslation("budget.bridging.total"));
        amount.setPrefixComponent(new Span("€"));
        budgets.stream()
                .filter(one -> one.level() == EscalationLevel.LOCAL)
                .findFirst()
                .ifPresent(one -> taskFields.list(year).stream()
                        .filter(field -> field.code().equals(one.taskField()))
                        .findFirst()
                        .ifPresent(taskField::setValue));
        ask(
                        "budget.bridging.set",
                        getTranslation("budget.bridging.how"),
                        () -> bridges.set(
                                municipality,
                                year,
                                Required.in(level),
                                Required.in(taskField).code(),
                                amount.euros(),
                                versionOf(budgets, Required.in(level))))
                .with(level, taskField, amount)
                .open();
    }

    private static @Nullable Integer versionOf(List<BridgingBudgetSummary> budgets, EscalationLevel level) {
        return budgets.stream()
                .filter(one -> one.level() == level)
                .findFirst()
                .map(BridgingBudgetSummary::version)
                .orElse(null);
    }

    private void agree(BridgeSummary one) {
        Select<TaskFieldName> first = taskFieldSelect("budget.bridge.own-field");
        DecimalField firstParts = parts("budget.bridge.own-parts");
        Select<TaskFieldName> second = taskFieldSelect("budget.bridge.second-field");
        DecimalField secondParts = parts("budget.bridge.second-parts");
        Select<ContributorKind> kind = new Select<>();
        kind.setLabel(getTranslation("budget.bridge.other-kind"));
        kind.setItems(ContributorKind.values());
        kind.setEmptySelectionAllowed(true);
        kind.setItemLabelGenerator(each -> each == null ? "" : kind(each));
        kind.setWidthFull();
        TextField organisation = new TextField(getTranslation("budget.bridge.other"));
        organisation.setWidthFull();
        DecimalField otherParts = parts("budget.bridge.other-parts");
        ask("budget.bridge.agree", getTranslation("budget.bridge.agree-how", formats.euros(one.open())), () -> {
                    List<BridgeShare> shares = new ArrayList<>();
                    share(shares, first.getValue(), firstParts);
                    share(shares, second.getValue(), secondParts);
                    if (kind.getValue() != null) {
                        shares.add(new BridgeShare(kind.getValue(), organisation.getValue(), whole(otherParts)));
                    }
                    bridges.agree(one.id(), one.version(), shares);
                })
                .with(first, firstParts, second, secondParts, kind, organisation, otherParts)
                .open();
    }

    private static void share(List<BridgeShare> shares, @Nullable TaskFieldName field, DecimalField parts) {
        if (field != null) {
            shares.add(BridgeShare.ofTaskField(field.code(), whole(parts)));
        }
    }

    private void giveBack(BridgeSummary one) {
        DecimalField amount = new DecimalField(getTranslation("budget.bridge.amount"));
        amount.setPrefixComponent(new Span("€"));
        ask(
                        "budget.bridge.give-back",
                        getTranslation("budget.bridge.give-back-how", one.receiver(), formats.euros(one.open())),
                        () -> bridges.giveBack(one.id(), one.version(), amount.euros()))
                .with(amount)
                .open();
    }

    private void settle(BridgeSummary one, BridgeSummary.Payer payer, String name) {
        ask(
                        "budget.bridge.settle",
                        getTranslation(
                                payer.kind() == null ? "budget.bridge.settle-own" : "budget.bridge.settle-other",
                                name,
                                formats.euros(payer.due())),
                        () -> bridges.settle(one.id(), one.version(), payer.place()))
                .open();
    }

    private ConfirmDialog ask(String key, String how, SerializableRunnable action) {
        return new ConfirmDialog(
                getTranslation(key),
                how,
                getTranslation("budget.year.who-sees"),
                getTranslation("budget.bridge.save"),
                () -> {
                    action.run();
                    changed.run();
                });
    }

    // ---- fields and names

    private Select<TaskFieldName> taskFieldSelect(String key) {
        Select<TaskFieldName> taskField = new Select<>();
        taskField.setLabel(getTranslation(key));
        taskField.setItems(taskFields.list(year));
        taskField.setItemLabelGenerator(name -> name == null ? "" : name.toString());
        taskField.setWidthFull();
        return taskField;
    }

    private DecimalField parts(String key) {
        return new DecimalField(getTranslation(key));
    }

    /** Zero, which no payer has, for what is no whole number. */
    private static int whole(DecimalField parts) {
        BigDecimal number = parts.number();
        return number == null || number.stripTrailingZeros().scale() > 0 ? 0 : number.intValue();
    }

    private Button small(String key, String which, SerializableRunnable action) {
        Button button = new Button(getTranslation(key), click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(getTranslation(key) + ": " + which);
        return button;
    }

    private String level(EscalationLevel level) {
        return getTranslation("budget.level." + Messages.word(level));
    }

    private String name(BridgeSummary.Payer payer) {
        ContributorKind kind = payer.kind();
        return kind == null
                ? taskField(payer.name())
                : getTranslation("budget.contribution.payer", payer.name(), kind(kind));
    }

    private String kind(ContributorKind kind) {
        return getTranslation("budget.contributor." + Messages.word(kind));
    }

    private String taskField(String code) {
        return taskFields.findLatest(code).map(TaskFieldName::toString).orElse(code);
    }
}
