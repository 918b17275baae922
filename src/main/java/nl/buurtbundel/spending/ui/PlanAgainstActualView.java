package nl.buurtbundel.spending.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.Sheet;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.EmptyState;
import nl.buurtbundel.foundation.ui.KeyFigure;
import nl.buurtbundel.foundation.ui.RangeBars;
import nl.buurtbundel.foundation.ui.SheetDownload;
import nl.buurtbundel.foundation.ui.YearSelect;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.ledger.GeneralLedger;
import nl.buurtbundel.ledger.PlanAgainstActual;
import nl.buurtbundel.ledger.TaskFields;
import nl.buurtbundel.ledger.ui.LedgerNavigation;
import nl.buurtbundel.ledger.ui.ReferenceNames;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.neighbourhood.Neighbourhoods;
import nl.buurtbundel.spending.PlanOfYear;
import nl.buurtbundel.spending.YearOfSpending;

/** What was planned and what was paid in a year, cut in three ways, with the reason for each difference. */
@CdiComponent
@Route(SpendingNavigation.YEAR)
class PlanAgainstActualView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient YearOfSpending yearOfSpending;
    private final transient GeneralLedger generalLedger;
    private final transient Neighbourhoods neighbourhoods;
    private final transient TaskFields taskFields;
    private final transient Access access;
    private final transient Clock clock;
    private final Map<String, String> fieldNames = new HashMap<>();
    private final Div ofYear = new Div();
    private final Div picture = new Div();

    private enum Cut {
        NEIGHBOURHOOD,
        TASK_FIELD,
        PLAN
    }

    @Inject
    PlanAgainstActualView(
            YearOfSpending yearOfSpending,
            GeneralLedger generalLedger,
            Neighbourhoods neighbourhoods,
            TaskFields taskFields,
            Access access,
            Clock clock) {
        this.yearOfSpending = yearOfSpending;
        this.generalLedger = generalLedger;
        this.neighbourhoods = neighbourhoods;
        this.taskFields = taskFields;
        this.access = access;
        this.clock = clock;
        addClassNames("bb-page", "bb-stack");
        ofYear.addClassName("bb-stack");
        picture.addClassName("bb-stack");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("spending.year.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        MunicipalityCode municipality = access.require(Operation.SEE_LEDGER).municipality();
        removeAll();
        add(new H1(getPageTitle()), new Paragraph(getTranslation("spending.year.explained")));
        List<FiscalYear> years = generalLedger.listYears(municipality);
        if (years.isEmpty()) {
            add(new EmptyState(getTranslation("spending.year.none")));
            return;
        }
        YearSelect year =
                new YearSelect(getTranslation("spending.year.year"), years, chosen -> show(municipality, chosen));
        add(year, ofYear);
        year.begin(FiscalYear.of(LocalDate.now(clock)));
    }

    private void show(MunicipalityCode municipality, FiscalYear year) {
        List<PlanOfYear> plans = yearOfSpending.list(municipality, year);
        ofYear.removeAll();
        if (plans.isEmpty()) {
            ofYear.add(new EmptyState(getTranslation("spending.year.none")));
            return;
        }
        Formats formats = Formats.of(getLocale());
        Map<NeighbourhoodCode, String> names = neighbourhoods.mapNames(municipality);
        ofYear.add(
                KeyFigure.sideBySide(
                        figure("spending.year.planned", sum(plans, PlanAgainstActual::planned), formats),
                        figure("spending.year.paid", sum(plans, PlanAgainstActual::paid), formats),
                        figure("spending.year.left", sum(plans, PlanAgainstActual::left), formats)),
                new Paragraph(getTranslation("spending.year.explained-figures")));
        Select<Cut> cut = new Select<>();
        cut.setLabel(getTranslation("spending.year.cut"));
        cut.setItems(Cut.values());
        cut.setItemLabelGenerator(one -> getTranslation("spending.year.cut." + Messages.word(one)));
        cut.addValueChangeListener(change -> draw(plans, change.getValue(), names, formats));
        ofYear.add(cut, picture);
        cut.setValue(Cut.NEIGHBOURHOOD);
        ofYear.add(
                new H2(getTranslation("spending.year.all-plans")),
                table(plans, names, formats),
                new SheetDownload(
                        getTranslation("spending.year.all-plans"),
                        "begroot-en-betaald-" + year,
                        () -> sheet(yearOfSpending.list(municipality(), year), year, names, formats)));
    }

    private KeyFigure figure(String key, Money amount, Formats formats) {
        return new KeyFigure(getTranslation(key), formats.euros(amount));
    }

    private static Money sum(List<PlanOfYear> plans, Function<PlanAgainstActual, Money> amount) {
        return Money.sum(plans.stream().map(PlanOfYear::figures).map(amount).toList());
    }

    private void draw(List<PlanOfYear> plans, Cut cut, Map<NeighbourhoodCode, String> names, Formats formats) {
        Map<String, List<PlanOfYear>> parts = new LinkedHashMap<>();
        for (PlanOfYear plan : plans) {
            parts.computeIfAbsent(label(plan, cut, names), of -> new ArrayList<>())
                    .add(plan);
        }
        picture.removeAll();
        picture.add(new RangeBars(
                getTranslation("spending.year.cut." + Messages.word(cut)),
                getTranslation(
                        "spending.year.told",
                        formats.euros(sum(plans, PlanAgainstActual::planned)),
                        formats.euros(sum(plans, PlanAgainstActual::paid)),
                        formats.euros(sum(plans, PlanAgainstActual::left))),
                getTranslation("spending.year.planned"),
                getTranslation("spending.year.paid"),
                parts.entrySet().stream()
                        .map(part -> new RangeBars.Comparison(
                                part.getKey(),
                                RangeBars.Range.exactly(sum(part.getValue(), PlanAgainstActual::planned)),
                                RangeBars.Range.exactly(sum(part.getValue(), PlanAgainstActual::paid))))
                        .toList()));
    }

    private String label(PlanOfYear plan, Cut cut, Map<NeighbourhoodCode, String> names) {
        return switch (cut) {
            case NEIGHBOURHOOD -> place(plan, names);
            case TASK_FIELD -> taskField(plan);
            case PLAN -> plan.title();
        };
    }

    private String place(PlanOfYear plan, Map<NeighbourhoodCode, String> names) {
        NeighbourhoodCode code = plan.figures().neighbourhood();
        return code == null ? getTranslation("spending.year.everywhere") : names.getOrDefault(code, code.value());
    }

    private String taskField(PlanOfYear plan) {
        String code = plan.figures().taskField();
        if (plan.figures().isOfOthers()) {
            return getTranslation("spending.year.of-others");
        }
        return fieldNames.computeIfAbsent(
                code, one -> taskFields.findLatest(one).map(Object::toString).orElse(one));
    }

    private DataTable table(List<PlanOfYear> plans, Map<NeighbourhoodCode, String> names, Formats formats) {
        DataTable table = new DataTable(
                        getTranslation("spending.year.all-plans"),
                        DataTable.Column.text(getTranslation("spending.year.plan")),
                        DataTable.Column.text(getTranslation("spending.year.neighbourhood")),
                        DataTable.Column.text(getTranslation("spending.year.task-field")),
                        DataTable.Column.number(getTranslation("spending.year.planned")),
                        DataTable.Column.number(getTranslation("spending.year.paid")),
                        DataTable.Column.number(getTranslation("spending.year.difference")),
                        DataTable.Column.text(getTranslation("spending.year.why")))
                .belowItsHeading();
        for (PlanOfYear plan : plans) {
            PlanAgainstActual figures = plan.figures();
            Optional<InitiativeId> initiative = InitiativeId.find(figures.reference());
            String name = initiative.isPresent() ? plan.title() : ReferenceNames.words(this, figures.reference());
            Component title = initiative
                    .<Component>map(id -> new Anchor(SpendingNavigation.spending(id), name))
                    .orElseGet(() -> new Span(name));
            table.rowOf(
                    new Div(
                            new Div(title),
                            LedgerNavigation.toAccountsOf(this, plan.figures().reference(), name)),
                    new Span(place(plan, names)),
                    new Span(taskField(plan)),
                    new Span(formats.euros(figures.planned())),
                    new Span(formats.euros(figures.paid())),
                    new Span(formats.euros(figures.difference())),
                    new Span(why(plan, formats)));
        }
        return table;
    }

    private String why(PlanOfYear plan, Formats formats) {
        List<String> whys = new ArrayList<>();
        for (PlanOfYear.Cause cause : plan.causes()) {
            Money amount = switch (cause) {
                case RUNNING, TO_BE_RETURNED -> plan.figures().left();
                case RETURNED -> plan.figures().returned();
                case CARRIED_OVER -> plan.figures().carriedOver();
            };
            whys.add(getTranslation("spending.year.cause." + Messages.word(cause), formats.euros(amount)));
        }
        whys.addAll(plan.whys());
        return whys.isEmpty() ? getTranslation("spending.year.as-planned") : String.join("; ", whys);
    }

    private Sheet sheet(
            List<PlanOfYear> plans, FiscalYear year, Map<NeighbourhoodCode, String> names, Formats formats) {
        Sheet sheet = new Sheet(
                getPageTitle() + " " + year,
                List.of(
                                "plan",
                                "neighbourhood",
                                "task-field",
                                "planned",
                                "paid",
                                "left",
                                "returned",
                                "carried-over",
                                "difference",
                                "why")
                        .stream()
                        .map(column -> getTranslation("spending.year." + column))
                        .toList());
        for (PlanOfYear plan : plans) {
            PlanAgainstActual figures = plan.figures();
            sheet.row(
                    plan.title(),
                    place(plan, names),
                    taskField(plan),
                    figures.planned(),
                    figures.paid(),
                    figures.left(),
                    figures.returned(),
                    figures.carriedOver(),
                    figures.difference(),
                    why(plan, formats));
        }
        return sheet;
    }

    private MunicipalityCode municipality() {
        return access.require(Operation.SEE_LEDGER).municipality();
    }
}
