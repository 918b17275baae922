package nl.buurtbundel.budget.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.budget.CouncilNumber;
import nl.buurtbundel.budget.LateRelease;
import nl.buurtbundel.budget.YearEnd;
import nl.buurtbundel.budget.YearEnds;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.ui.ConfirmDialog;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.EmptyState;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.foundation.ui.YearSelect;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.ledger.GeneralLedger;
import nl.buurtbundel.ledger.ProofReport;
import nl.buurtbundel.ledger.TaskFieldName;
import nl.buurtbundel.ledger.TaskFields;
import nl.buurtbundel.ledger.ui.LedgerNavigation;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/** The end of a year: what is left is settled plan by plan, and then the year is closed for good. */
@CdiComponent
@Route(BudgetNavigation.YEAR_END)
class YearEndView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient YearEnds yearEnds;
    private final transient GeneralLedger generalLedger;
    private final transient Initiatives initiatives;
    private final transient TaskFields taskFields;
    private final transient Access access;
    private final transient Clock clock;
    private final Div ofYear = new Div();

    @Inject
    YearEndView(
            YearEnds yearEnds,
            GeneralLedger generalLedger,
            Initiatives initiatives,
            TaskFields taskFields,
            Access access,
            Clock clock) {
        this.yearEnds = yearEnds;
        this.generalLedger = generalLedger;
        this.initiatives = initiatives;
        this.taskFields = taskFields;
        this.access = access;
        this.clock = clock;
        addClassNames("bb-page", "bb-stack");
        ofYear.addClassName("bb-stack");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("budget.year-end.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        MunicipalityCode municipality = access.require(Operation.SEE_LEDGER).municipality();
        removeAll();
        add(new H1(getPageTitle()), new Paragraph(getTranslation("budget.year-end.explained")));
        FiscalYear current = FiscalYear.of(LocalDate.now(clock));
        // a later year is no year that ends
        List<FiscalYear> years = generalLedger.listYears(municipality).stream()
                .filter(year -> year.compareTo(current) <= 0)
                .toList();
        if (years.isEmpty()) {
            add(new EmptyState(getTranslation("budget.position.none")));
            return;
        }
        YearSelect year =
                new YearSelect(getTranslation("budget.year.year"), years, chosen -> show(municipality, chosen));
        add(year, ofYear);
        year.begin(years.stream()
                .filter(one -> one.compareTo(current) < 0)
                .findFirst()
                .orElse(current));
    }

    private void show(MunicipalityCode municipality, FiscalYear year) {
        YearEnd end = yearEnds.read(municipality, year);
        Formats formats = Formats.of(getLocale());
        Map<String, String> names = names(end);
        ofYear.removeAll();
        end.findClosed()
                .ifPresentOrElse(
                        closed -> ofYear.add(
                                Notice.success(getTranslation(
                                        "budget.year-end.closed", year.toString(), formats.date(closed.on()))),
                                new Paragraph(getTranslation(
                                        "budget.year-end.fingerprint",
                                        formats.count(closed.fingerprint().transfers()),
                                        closed.fingerprint().hash()))),
                        () -> addOpen(municipality, end, names, formats));
        addLate(municipality, year, formats);
        addSettled(end, names, formats);
    }

    private void addOpen(MunicipalityCode municipality, YearEnd end, Map<String, String> names, Formats formats) {
        UnorderedList checks = new UnorderedList(
                check(
                        end.over(),
                        "budget.year-end.over",
                        "budget.year-end.not-over",
                        formats.date(end.year().lastDay())),
                check(!end.earlierOpen(), "budget.year-end.earlier-closed", "budget.year-end.earlier-open"),
                check(
                        end.held().isEmpty(),
                        "budget.year-end.nothing-held",
                        "budget.year-end.held",
                        formats.euros(Money.sum(
                                end.held().stream().map(YearEnd.Held::amount).toList()))),
                check(
                        end.left().isEmpty(),
                        "budget.year-end.nothing-left",
                        "budget.year-end.left",
                        formats.euros(Money.sum(
                                end.left().stream().map(YearEnd.Left::amount).toList()))),
                check(
                        end.arrangements().isZero(),
                        "budget.year-end.no-arrangements",
                        "budget.year-end.arrangements",
                        formats.euros(end.arrangements())),
                check(
                        end.contributed().isEmpty(),
                        "budget.year-end.nothing-contributed",
                        "budget.year-end.contributed",
                        formats.euros(Money.sum(end.contributed().stream()
                                .map(YearEnd.Contributed::amount)
                                .toList()))),
                check(
                        end.waiting().isZero(),
                        "budget.year-end.nothing-waiting",
                        "budget.year-end.waiting",
                        formats.euros(end.waiting())));
        checks.addClassName("bb-checks");
        ofYear.add(
                new H2(getTranslation("budget.year-end.checks", end.year().toString())), checks, proof(end, formats));
        addHeld(end, names, formats);
        addLeft(municipality, end, names, formats);
        addContributed(end, names, formats);
        if (access.may(Operation.CLOSE_YEAR)) {
            Button close = new Button(
                    getTranslation("budget.year-end.close", end.year().toString()),
                    click -> new ConfirmDialog(
                                    getTranslation(
                                            "budget.year-end.close", end.year().toString()),
                                    getTranslation(
                                            "budget.year-end.close-how",
                                            end.year().toString()),
                                    getTranslation("budget.year.who-sees"),
                                    getTranslation(
                                            "budget.year-end.close", end.year().toString()),
                                    () -> {
                                        yearEnds.close(municipality, end.year());
                                        show(municipality, end.year());
                                    })
                            .grave()
                            .open());
            close.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            close.setEnabled(end.isReady());
            ofYear.add(close);
        }
    }

    private ListItem check(boolean right, String yes, String no, Object... parameters) {
        return new ListItem((right ? "✓ " : "✗ ") + getTranslation(right ? yes : no, parameters));
    }

    private Component proof(YearEnd end, Formats formats) {
        ProofReport proof = end.proof();
        String words = proof == null
                ? getTranslation("ledger.proof.none")
                : getTranslation(
                        proof.holds() ? "ledger.proof.holds" : "ledger.proof.broken", formats.dateTime(proof.at()));
        return new Paragraph(
                new Span(words + " "), new Anchor(LedgerNavigation.ledger(), getTranslation("budget.position.why")));
    }

    private void addHeld(YearEnd end, Map<String, String> names, Formats formats) {
        if (end.held().isEmpty()) {
            return;
        }
        DataTable table = new DataTable(
                getTranslation("budget.year-end.held-title"),
                DataTable.Column.text(getTranslation("budget.payments.plan")),
                DataTable.Column.number(getTranslation("budget.waiting.amount")),
                DataTable.Column.text(getTranslation("budget.year-end.until")));
        for (YearEnd.Held held : end.held()) {
            table.rowOf(
                    PlanNames.link(held.reference(), names),
                    new Span(formats.euros(held.amount())),
                    new Span(formats.date(held.expiresOn())));
        }
        ofYear.add(table, new Paragraph(getTranslation("budget.year-end.held-longer")));
    }

    private void addLeft(MunicipalityCode municipality, YearEnd end, Map<String, String> names, Formats formats) {
        if (end.left().isEmpty()) {
            return;
        }
        boolean settles = end.over() && access.may(Operation.SETTLE_YEAR);
        DataTable table = new DataTable(
                getTranslation("budget.year-end.left-title", end.year().toString()),
                Stream.concat(
                                Stream.of(
                                        DataTable.Column.text(getTranslation("budget.payments.plan")),
                                        DataTable.Column.number(getTranslation("budget.position.left"))),
                                settles
                                        ? Stream.of(DataTable.Column.text(getTranslation("budget.pre.actions")))
                                        : Stream.of())
                        .toList());
        for (YearEnd.Left left : end.left()) {
            if (settles) {
                table.rowOf(
                        PlanNames.link(left.reference(), names),
                        new Span(left(left, formats)),
                        actions(municipality, end.year(), left, names, formats));
            } else {
                table.rowOf(PlanNames.link(left.reference(), names), new Span(left(left, formats)));
            }
        }
        ofYear.add(table, new Paragraph(getTranslation("budget.year-end.left-explained")));
    }

    private String left(YearEnd.Left left, Formats formats) {
        return left.ofOthers().isZero()
                ? formats.euros(left.amount())
                : getTranslation(
                        "budget.year-end.left-of-others", formats.euros(left.amount()), formats.euros(left.ofOthers()));
    }

    /** What becomes of it is decided on the page of the plan’s money. */
    private void addContributed(YearEnd end, Map<String, String> names, Formats formats) {
        if (end.contributed().isEmpty()) {
            return;
        }
        DataTable table = new DataTable(
                getTranslation("budget.year-end.contributed-title"),
                DataTable.Column.text(getTranslation("budget.payments.plan")),
                DataTable.Column.number(getTranslation("budget.waiting.amount")));
        for (YearEnd.Contributed contributed : end.contributed()) {
            table.rowOf(PlanNames.link(contributed.reference(), names), new Span(formats.euros(contributed.amount())));
        }
        ofYear.add(table, new Paragraph(getTranslation("budget.year-end.contributed-explained")));
    }

    private Div actions(
            MunicipalityCode municipality,
            FiscalYear year,
            YearEnd.Left left,
            Map<String, String> names,
            Formats formats) {
        String plan = names.getOrDefault(left.reference(), left.reference());
        String amount = formats.euros(left.amount());
        return new Div(
                small(
                        "budget.year-end.carry-over",
                        plan,
                        year.next().toString(),
                        () -> carryOver(municipality, year, left, plan, formats)),
                small(
                        "budget.year-end.give-back",
                        plan,
                        "",
                        () -> new ConfirmDialog(
                                        getTranslation("budget.year-end.give-back"),
                                        getTranslation("budget.year-end.give-back-how", amount, plan),
                                        getTranslation("budget.year.who-sees"),
                                        getTranslation("budget.year-end.give-back"),
                                        () -> {
                                            yearEnds.giveBack(left.reference(), year);
                                            show(municipality, year);
                                        })
                                .grave()
                                .open()));
    }

    private void carryOver(
            MunicipalityCode municipality, FiscalYear year, YearEnd.Left left, String plan, Formats formats) {
        String next = year.next().toString();
        TextField number = councilNumber();
        ConfirmDialog dialog = new ConfirmDialog(
                getTranslation("budget.year-end.carry-over", next),
                howCarriedOver(left, plan, next, formats),
                getTranslation("budget.year.who-sees"),
                getTranslation("budget.year-end.carry-over", next),
                () -> {
                    yearEnds.carryOver(left.reference(), year, number.getValue());
                    show(municipality, year);
                });
        (left.ofCouncil().isPositive() ? dialog.with(number) : dialog).open();
    }

    private String howCarriedOver(YearEnd.Left left, String plan, String next, Formats formats) {
        String others = formats.euros(left.ofOthers());
        if (left.ofOthers().isZero()) {
            return getTranslation("budget.year-end.carry-over-how", formats.euros(left.amount()), plan, next);
        }
        return left.ofCouncil().isZero()
                ? getTranslation("budget.year-end.carry-over-how-others", others, plan, next)
                : getTranslation(
                        "budget.year-end.carry-over-how-both",
                        formats.euros(left.amount()),
                        plan,
                        next,
                        formats.euros(left.ofCouncil()),
                        others);
    }

    private Button small(String key, String plan, String parameter, Runnable action) {
        Button button = new Button(getTranslation(key, parameter), click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(getTranslation(key, parameter) + ": " + plan);
        return button;
    }

    private void addLate(MunicipalityCode municipality, FiscalYear year, Formats formats) {
        List<LateRelease> late = yearEnds.listLate(municipality, year);
        if (late.isEmpty()) {
            return;
        }
        boolean settles = access.may(Operation.SETTLE_YEAR);
        DataTable table = new DataTable(
                        getTranslation("budget.late.title", year.toString()),
                        Stream.concat(
                                        Stream.of(
                                                DataTable.Column.text(getTranslation("budget.planned.task-field")),
                                                DataTable.Column.number(getTranslation("budget.waiting.amount"))),
                                        settles
                                                ? Stream.of(DataTable.Column.text(getTranslation("budget.pre.actions")))
                                                : Stream.of())
                                .toList())
                .belowItsHeading();
        for (LateRelease one : late) {
            Span field = new Span(taskField(one.taskField()));
            Span amount = new Span(formats.euros(one.amount()));
            if (settles) {
                table.rowOf(field, amount, carryOverLate(municipality, one, formats));
            } else {
                table.rowOf(field, amount);
            }
        }
        ofYear.add(
                new H2(getTranslation("budget.late.title", year.toString())),
                new Paragraph(getTranslation("budget.late.explained", year.toString())),
                table);
    }

    private Button carryOverLate(MunicipalityCode municipality, LateRelease late, Formats formats) {
        String field = taskField(late.taskField());
        String current = FiscalYear.of(LocalDate.now(clock)).toString();
        return small("budget.year-end.carry-over", field, current, () -> {
            TextField number = councilNumber();
            new ConfirmDialog(
                            getTranslation("budget.year-end.carry-over", current),
                            getTranslation(
                                    "budget.late.carry-over-how",
                                    formats.euros(late.amount()),
                                    field,
                                    late.year().toString(),
                                    current),
                            getTranslation("budget.year.who-sees"),
                            getTranslation("budget.year-end.carry-over", current),
                            () -> {
                                yearEnds.carryOverLate(late.year(), late.taskField(), number.getValue());
                                show(municipality, late.year());
                            })
                    .with(number)
                    .open();
        });
    }

    private TextField councilNumber() {
        TextField number = new TextField(getTranslation("budget.adopted.number"));
        number.setMaxLength(CouncilNumber.LONGEST);
        number.setWidthFull();
        return number;
    }

    private String taskField(String code) {
        return taskFields.findLatest(code).map(TaskFieldName::toString).orElse(code);
    }

    private void addSettled(YearEnd end, Map<String, String> names, Formats formats) {
        if (end.settled().isEmpty()) {
            return;
        }
        DataTable table = new DataTable(
                        getTranslation("budget.year-end.settled"),
                        DataTable.Column.text(getTranslation("budget.payments.plan")),
                        DataTable.Column.text(getTranslation("budget.year-end.what")),
                        DataTable.Column.text(getTranslation("budget.adopted.source")),
                        DataTable.Column.number(getTranslation("budget.waiting.amount")),
                        DataTable.Column.text(getTranslation("budget.adopted.booked-on")))
                .belowItsHeading();
        for (YearEnd.Settled settled : end.settled()) {
            String into = FiscalYear.of(settled.on()).toString();
            table.rowOf(
                    settled.findTaskField()
                            .<Component>map(field -> new Span(getTranslation("budget.late.of", taskField(field))))
                            .orElseGet(() -> PlanNames.link(settled.reference(), names)),
                    new Span(
                            settled.wentOn()
                                    ? getTranslation(
                                            "budget.year-end.carried-over",
                                            settled.findTaskField().isPresent()
                                                    ? into
                                                    : end.year().next().toString())
                                    : getTranslation("budget.year-end.given-back")),
                    new Span(source(settled, formats)),
                    new Span(formats.euros(settled.amount())),
                    new Span(formats.shortDate(settled.on())));
        }
        ofYear.add(new H2(getTranslation("budget.year-end.settled")), table);
    }

    /** By which it went on; what went back did by the decision on the plan. */
    private String source(YearEnd.Settled settled, Formats formats) {
        String decision = settled.councilDecision();
        if (settled.byAgreement().isZero()) {
            return decision == null ? "–" : decision;
        }
        return decision == null
                ? getTranslation("budget.year-end.by-agreement")
                : getTranslation("budget.year-end.by-both", decision, formats.euros(settled.byAgreement()));
    }

    private Map<String, String> names(YearEnd end) {
        return PlanNames.of(
                this,
                initiatives,
                Stream.of(
                                end.held().stream().map(YearEnd.Held::reference),
                                end.left().stream().map(YearEnd.Left::reference),
                                end.contributed().stream().map(YearEnd.Contributed::reference),
                                end.settled().stream().map(YearEnd.Settled::reference))
                        .flatMap(references -> references)
                        .toList());
    }
}
