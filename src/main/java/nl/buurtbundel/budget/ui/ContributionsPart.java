package nl.buurtbundel.budget.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.budget.ContributionSummary;
import nl.buurtbundel.budget.Contributions;
import nl.buurtbundel.budget.ContributorKind;
import nl.buurtbundel.budget.NewContribution;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.ui.ConfirmDialog;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.DayField;
import nl.buurtbundel.foundation.ui.DecimalField;
import nl.buurtbundel.foundation.ui.EmptyState;
import nl.buurtbundel.foundation.ui.Required;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;

/** What others pay for one plan by agreement: what came in, what became of it, and what can be done with it. */
final class ContributionsPart extends Div {
    private final transient Contributions contributions;
    private final InitiativeId plan;
    private final FiscalYear now;
    private final boolean goesOn;
    private final boolean records;
    private final boolean books;
    private final transient Runnable changed;
    private final transient Formats formats = Formats.of(getLocale());

    /**
     * @param goesOn the plan has not ended
     * @param changed shows the page anew
     */
    ContributionsPart(
            Contributions contributions,
            Access access,
            InitiativeId plan,
            NeighbourhoodCode neighbourhood,
            FiscalYear now,
            boolean goesOn,
            Runnable changed) {
        this.contributions = contributions;
        this.plan = plan;
        this.now = now;
        this.goesOn = goesOn;
        this.records = goesOn && access.may(Operation.RECORD_CONTRIBUTION, neighbourhood);
        this.books = access.may(Operation.BOOK_CONTRIBUTION, neighbourhood);
        this.changed = changed;
        addClassName("bb-stack");
        List<ContributionSummary> list = contributions.list(plan.reference(), neighbourhood);
        if (list.isEmpty() && !records) {
            return;
        }
        add(
                new H2(getTranslation("budget.contribution.title")),
                new Paragraph(getTranslation("budget.contribution.explained")));
        if (records) {
            add(new Button(getTranslation("budget.contribution.record"), click -> record()));
        }
        add(list.isEmpty() ? new EmptyState(getTranslation("budget.contribution.none")) : table(list));
    }

    private DataTable table(List<ContributionSummary> list) {
        boolean moved =
                has(list, ContributionSummary.OfYear::movedOn) || has(list, ContributionSummary.OfYear::movedIn);
        boolean returned = has(list, ContributionSummary.OfYear::returned);
        List<DataTable.Column> columns = new ArrayList<>(List.of(
                DataTable.Column.text(getTranslation("budget.contribution.who")),
                DataTable.Column.text(getTranslation("budget.year.year")),
                DataTable.Column.number(getTranslation("budget.contribution.agreed")),
                DataTable.Column.number(getTranslation("budget.contribution.received"))));
        if (moved) {
            columns.add(DataTable.Column.number(getTranslation("budget.contribution.moved-in")));
        }
        columns.add(DataTable.Column.number(getTranslation("budget.contribution.used")));
        if (returned) {
            columns.add(DataTable.Column.number(getTranslation("budget.contribution.returned")));
        }
        if (moved) {
            columns.add(DataTable.Column.number(getTranslation("budget.contribution.moved-on")));
        }
        columns.add(DataTable.Column.number(getTranslation("budget.contribution.there")));
        DataTable table = new DataTable(getTranslation("budget.contribution.title"), columns).belowItsHeading();
        for (ContributionSummary one : list) {
            for (ContributionSummary.OfYear year : one.years()) {
                table.rowOf(cells(one, year, moved, returned).toArray(Component[]::new));
            }
        }
        return table;
    }

    private static boolean has(List<ContributionSummary> list, Function<ContributionSummary.OfYear, Money> amount) {
        return list.stream().flatMap(one -> one.years().stream()).map(amount).anyMatch(Money::isPositive);
    }

    private List<Component> cells(
            ContributionSummary one, ContributionSummary.OfYear year, boolean moved, boolean returned) {
        NewContribution agreement = one.agreement();
        boolean ofAgreement = year.year().equals(agreement.year());
        Div who = new Div(
                new Div(getTranslation("budget.contribution.payer", agreement.organisation(), kind(agreement.kind()))),
                new Div(getTranslation(
                        "budget.contribution.number-signed",
                        agreement.agreementNumber(),
                        formats.date(agreement.signedOn()))));
        if (books) {
            // below the name: a column of their own leaves no room for the amounts
            who.add(actions(one, year, ofAgreement));
        }
        List<Component> cells = new ArrayList<>(List.of(
                who,
                new Span(year.year().toString()),
                amount(ofAgreement ? agreement.agreed() : Money.ZERO),
                amount(year.received())));
        if (moved) {
            cells.add(amount(year.movedIn()));
        }
        cells.add(amount(year.used()));
        if (returned) {
            cells.add(amount(year.returned()));
        }
        if (moved) {
            cells.add(amount(year.movedOn()));
        }
        cells.add(there(year));
        return cells;
    }

    private Span there(ContributionSummary.OfYear year) {
        Money held = year.there().minus(year.free());
        return held.isPositive()
                ? new Span(getTranslation("budget.contribution.held", formats.euros(year.there()), formats.euros(held)))
                : amount(year.there());
    }

    private Span amount(Money amount) {
        return new Span(amount.isZero() ? "–" : formats.euros(amount));
    }

    private Div actions(ContributionSummary one, ContributionSummary.OfYear year, boolean ofAgreement) {
        Div actions = new Div();
        if (ofAgreement && one.outstanding().isPositive()) {
            actions.add(small("budget.contribution.receive", one, year.year(), () -> receive(one)));
        }
        if (year.free().isPositive()) {
            actions.add(small("budget.contribution.give-back", one, year.year(), () -> giveBack(one, year)));
            if (goesOn) {
                actions.add(small("budget.contribution.move-on", one, year.year(), () -> moveOn(one, year)));
            }
        }
        return actions;
    }

    private Button small(String key, ContributionSummary one, FiscalYear year, Runnable action) {
        Button button = new Button(getTranslation(key, year.next().toString()), click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(getTranslation(key, year.next().toString()) + ": "
                + one.agreement().organisation() + ", " + one.agreement().agreementNumber() + ", " + year);
        return button;
    }

    // ---- what can be done

    private void record() {
        String key = "contribution:" + UUID.randomUUID();
        Select<ContributorKind> kind = new Select<>();
        kind.setLabel(getTranslation("budget.contribution.kind"));
        kind.setItems(ContributorKind.values());
        kind.setItemLabelGenerator(one -> one == null ? "" : kind(one));
        kind.setWidthFull();
        TextField organisation = text("budget.contribution.organisation", NewContribution.LONGEST_ORGANISATION);
        TextField number = text("budget.contribution.number", NewContribution.LONGEST_NUMBER);
        Select<FiscalYear> year = new Select<>();
        year.setLabel(getTranslation("budget.year.year"));
        year.setItems(IntStream.rangeClosed(now.year() - 1, now.year() + 3)
                .mapToObj(FiscalYear::new)
                .toList());
        year.setValue(now);
        DecimalField agreed = euros();
        DatePicker signedOn = new DayField(getTranslation("budget.contribution.signed-on"));
        new ConfirmDialog(
                        getTranslation("budget.contribution.record"),
                        getTranslation("budget.contribution.record-how"),
                        getTranslation("budget.contribution.who-sees"),
                        getTranslation("budget.contribution.save"),
                        () -> {
                            contributions.record(
                                    key,
                                    plan,
                                    new NewContribution(
                                            Required.in(year),
                                            Required.in(kind),
                                            Required.in(organisation),
                                            Required.in(number),
                                            agreed.eurosAboveZero(),
                                            Required.in(signedOn)));
                            changed.run();
                        })
                .with(kind, organisation, number, year, agreed, signedOn)
                .open();
    }

    private void receive(ContributionSummary one) {
        String key = UUID.randomUUID().toString();
        DecimalField amount = euros();
        new ConfirmDialog(
                        getTranslation("budget.contribution.receive"),
                        getTranslation(
                                "budget.contribution.receive-how",
                                one.agreement().organisation(),
                                formats.euros(one.outstanding())),
                        getTranslation("budget.contribution.who-sees"),
                        getTranslation("budget.contribution.receive"),
                        () -> {
                            contributions.receive(key, one.id(), amount.eurosAboveZero());
                            changed.run();
                        })
                .with(amount)
                .open();
    }

    private void giveBack(ContributionSummary one, ContributionSummary.OfYear year) {
        String key = UUID.randomUUID().toString();
        DecimalField amount = euros();
        amount.setNumber(year.free().inEuros());
        new ConfirmDialog(
                        getTranslation("budget.contribution.give-back"),
                        getTranslation(
                                "budget.contribution.give-back-how",
                                one.agreement().organisation(),
                                formats.euros(year.free())),
                        getTranslation("budget.contribution.who-sees"),
                        getTranslation("budget.contribution.give-back"),
                        () -> {
                            contributions.giveBack(key, one.id(), year.year(), amount.eurosAboveZero());
                            changed.run();
                        })
                .with(amount)
                .grave()
                .open();
    }

    private void moveOn(ContributionSummary one, ContributionSummary.OfYear year) {
        String key = UUID.randomUUID().toString();
        String next = year.year().next().toString();
        DecimalField amount = euros();
        amount.setNumber(year.free().inEuros());
        new ConfirmDialog(
                        getTranslation("budget.contribution.move-on", next),
                        howMoved(one, year, next),
                        getTranslation("budget.contribution.who-sees"),
                        getTranslation("budget.contribution.move-on", next),
                        () -> {
                            contributions.moveOn(key, one.id(), year.year(), amount.eurosAboveZero());
                            changed.run();
                        })
                .with(amount)
                .open();
    }

    private String howMoved(ContributionSummary one, ContributionSummary.OfYear year, String next) {
        Money again = one.bearsAgain(year.free());
        return getTranslation("budget.contribution.move-on-how", formats.euros(year.free()), next)
                + ' '
                + (again.isPositive()
                        ? getTranslation("budget.contribution.bears-again", formats.euros(again), next)
                        : getTranslation("budget.contribution.waits"));
    }

    private String kind(ContributorKind kind) {
        return getTranslation("budget.contributor." + Messages.word(kind));
    }

    private TextField text(String key, int longest) {
        TextField field = new TextField(getTranslation(key));
        field.setMaxLength(longest);
        field.setWidthFull();
        return field;
    }

    private DecimalField euros() {
        DecimalField field = new DecimalField(getTranslation("budget.waiting.amount"));
        field.setPrefixComponent(new Span("€"));
        return field;
    }
}
