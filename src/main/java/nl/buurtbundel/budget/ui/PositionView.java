package nl.buurtbundel.budget.ui;

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
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.budget.PooledBudgets;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.Sheet;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.EmptyState;
import nl.buurtbundel.foundation.ui.KeyFigure;
import nl.buurtbundel.foundation.ui.MoneyFlow;
import nl.buurtbundel.foundation.ui.MoneyFlow.Certainty;
import nl.buurtbundel.foundation.ui.MoneyFlow.Place;
import nl.buurtbundel.foundation.ui.MoneyFlow.Stage;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.foundation.ui.SheetDownload;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.ledger.GeneralLedger;
import nl.buurtbundel.ledger.MunicipalEntry;
import nl.buurtbundel.ledger.PositionReport;
import nl.buurtbundel.ledger.Positions;
import nl.buurtbundel.ledger.TaskFields;
import nl.buurtbundel.ledger.ui.LedgerNavigation;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.neighbourhood.Neighbourhoods;
import org.jspecify.annotations.Nullable;

/** Where the money of a year is: by task field, by neighbourhood and by plan; on screen and to take along. */
@CdiComponent
@Route(BudgetNavigation.POSITION)
class PositionView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Positions positions;
    private final transient GeneralLedger generalLedger;
    private final transient PooledBudgets pooledBudgets;
    private final transient Initiatives initiatives;
    private final transient Neighbourhoods neighbourhoods;
    private final transient TaskFields taskFields;
    private final transient Access access;
    private final transient Clock clock;
    private final Div ofYear = new Div();

    @Inject
    PositionView(
            Positions positions,
            GeneralLedger generalLedger,
            PooledBudgets pooledBudgets,
            Initiatives initiatives,
            Neighbourhoods neighbourhoods,
            TaskFields taskFields,
            Access access,
            Clock clock) {
        this.positions = positions;
        this.generalLedger = generalLedger;
        this.pooledBudgets = pooledBudgets;
        this.initiatives = initiatives;
        this.neighbourhoods = neighbourhoods;
        this.taskFields = taskFields;
        this.access = access;
        this.clock = clock;
        addClassNames("bb-page", "bb-stack");
        ofYear.addClassName("bb-stack");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("budget.position.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        MunicipalityCode municipality = access.require(Operation.SEE_LEDGER).municipality();
        removeAll();
        add(new H1(getPageTitle()), new Paragraph(getTranslation("budget.position.explained")));
        List<FiscalYear> years = generalLedger.listYears(municipality);
        if (years.isEmpty()) {
            add(new EmptyState(getTranslation("budget.position.none")));
            return;
        }
        Select<FiscalYear> year = new Select<>();
        year.setLabel(getTranslation("budget.year.year"));
        year.setItems(years);
        year.addValueChangeListener(change -> show(municipality, change.getValue()));
        add(year, ofYear);
        FiscalYear current = FiscalYear.of(LocalDate.now(clock));
        year.setValue(years.contains(current) ? current : years.get(0));
    }

    private void show(MunicipalityCode municipality, FiscalYear year) {
        PositionReport report = positions.read(municipality, year);
        Formats formats = Formats.of(getLocale());
        ofYear.removeAll();
        ofYear.add(
                KeyFigure.sideBySide(
                        new KeyFigure(getTranslation("budget.position.adopted"), formats.euros(report.adopted())),
                        new KeyFigure(getTranslation("budget.position.granted"), formats.euros(report.granted())),
                        new KeyFigure(
                                getTranslation("budget.position.paid"),
                                formats.euros(Money.sum(report.taskFields().stream()
                                        .map(PositionReport.OfTaskField::paid)
                                        .toList())))),
                report.addsUp()
                        ? Notice.success(getTranslation("budget.position.adds-up", formats.euros(report.adopted())))
                        : Notice.warning(getTranslation("budget.position.does-not-add-up")),
                new Anchor(LedgerNavigation.ledger(), getTranslation("budget.position.why")));
        addPicture(report, formats);
        addTaskFields(municipality, report, formats);
        addPlaces(municipality, report, formats);
        addPlans(municipality, report, formats);
        addMunicipalLedger(municipality, year, formats);
    }

    private void addPicture(PositionReport report, Formats formats) {
        Place granted = new Place(Stage.POOLED_BUDGET, getTranslation("budget.position.granted"));
        List<MoneyFlow.Flow> flows = new ArrayList<>();
        for (PositionReport.OfTaskField field : report.taskFields()) {
            addFlow(flows, new Place(Stage.TASK_FIELD, field.taskField()), granted, field.granted());
        }
        Money paid = sum(report, PositionReport.OfReference::paid);
        Money committed = sum(report, PositionReport.OfReference::committed);
        addFlow(flows, granted, end("budget.position.paid"), paid);
        addFlow(flows, granted, end("budget.position.committed"), committed);
        addFlow(flows, granted, end("budget.position.left"), sum(report, PositionReport.OfReference::left));
        if (!flows.isEmpty()) {
            ofYear.add(new MoneyFlow(
                    getTranslation("budget.position.picture"),
                    getTranslation(
                            "budget.position.picture-told",
                            formats.euros(report.granted()),
                            formats.euros(paid),
                            formats.euros(committed)),
                    flows));
        }
    }

    private Place end(String key) {
        return new Place(Stage.INITIATIVE, getTranslation(key));
    }

    private static void addFlow(List<MoneyFlow.Flow> flows, Place from, Place to, Money amount) {
        if (amount.isPositive()) {
            flows.add(new MoneyFlow.Flow(from, to, amount, Certainty.REALISED));
        }
    }

    private static Money sum(PositionReport report, Function<PositionReport.OfReference, Money> amount) {
        return Money.sum(report.references().stream().map(amount).toList());
    }

    // ---- by task field

    private void addTaskFields(MunicipalityCode municipality, PositionReport report, Formats formats) {
        Map<String, Money> planned = pooledBudgets.listPlanned(municipality);
        List<String> columns = words(
                "budget.planned.task-field",
                "budget.position.adopted",
                "budget.position.unreleased",
                "budget.position.planned",
                "budget.position.released-so-far",
                "budget.position.released",
                "budget.position.pre-financing",
                "budget.position.reserved",
                "budget.position.granted",
                "budget.position.paid",
                "budget.position.carried-over",
                "budget.position.free");
        ofYear.add(new H2(getTranslation("budget.position.by-task-field")));
        ofYear.add(
                table(
                        "budget.position.by-task-field",
                        columns,
                        report.taskFields().stream()
                                .map(field -> taskFieldRow(field, planned))
                                .toList(),
                        formats),
                new Paragraph(getTranslation("budget.position.task-field-explained")),
                new SheetDownload(
                        getTranslation("budget.position.by-task-field"), "stand-taakvelden-" + report.year(), () -> {
                            Sheet sheet = new Sheet(
                                    getTranslation("budget.position.by-task-field") + " " + report.year(), columns);
                            Map<String, Money> plannedNow = pooledBudgets.listPlanned(municipality);
                            positions
                                    .read(municipality, report.year())
                                    .taskFields()
                                    .forEach(field -> sheet.row(
                                            taskFieldRow(field, plannedNow).toArray()));
                            return sheet;
                        }));
    }

    private List<Object> taskFieldRow(PositionReport.OfTaskField field, Map<String, Money> planned) {
        return List.of(
                taskFields.findLatest(field.taskField()).map(Object::toString).orElse(field.taskField()),
                field.adopted(),
                field.unreleased(),
                planned.getOrDefault(field.taskField(), Money.ZERO),
                field.releasedSoFar(),
                field.released(),
                field.preFinancing(),
                field.reserved(),
                field.granted(),
                field.paid(),
                field.carriedOver(),
                field.left());
    }

    // ---- by neighbourhood

    private void addPlaces(MunicipalityCode municipality, PositionReport report, Formats formats) {
        if (report.places().isEmpty()) {
            return;
        }
        Map<NeighbourhoodCode, String> names = neighbourhoods.mapNames(municipality);
        List<String> columns = words(
                "budget.pre.where",
                "budget.position.released-so-far",
                "budget.position.released",
                "budget.position.pre-financing",
                "budget.position.reserved",
                "budget.position.granted",
                "budget.position.committed",
                "budget.position.paid",
                "budget.position.left");
        ofYear.add(new H2(getTranslation("budget.position.by-place")));
        ofYear.add(
                table(
                        "budget.position.by-place",
                        columns,
                        report.places().stream()
                                .map(place -> placeRow(place, names))
                                .toList(),
                        formats),
                new SheetDownload(getTranslation("budget.position.by-place"), "stand-buurten-" + report.year(), () -> {
                    Sheet sheet = new Sheet(getTranslation("budget.position.by-place") + " " + report.year(), columns);
                    positions
                            .read(municipality, report.year())
                            .places()
                            .forEach(place -> sheet.row(placeRow(place, names).toArray()));
                    return sheet;
                }));
    }

    private List<Object> placeRow(PositionReport.OfPlace place, Map<NeighbourhoodCode, String> names) {
        return List.of(
                name(place.neighbourhood(), names),
                place.releasedSoFar(),
                place.released(),
                place.preFinancing(),
                place.reserved(),
                place.granted(),
                place.committed(),
                place.paid(),
                place.left());
    }

    // ---- by plan

    private void addPlans(MunicipalityCode municipality, PositionReport report, Formats formats) {
        if (report.references().isEmpty()) {
            return;
        }
        Map<NeighbourhoodCode, String> names = neighbourhoods.mapNames(municipality);
        List<String> columns = words(
                "budget.payments.plan",
                "budget.pre.where",
                "budget.position.reserved",
                "budget.position.granted",
                "budget.position.committed",
                "budget.position.paid",
                "budget.position.left");
        Map<String, String> titles = titles(report);
        ofYear.add(new H2(getTranslation("budget.position.by-plan")));
        DataTable table = table("budget.position.by-plan", columns);
        for (PositionReport.OfReference plan : report.references()) {
            List<Object> row = planRow(plan, titles, names);
            List<Component> cells = new ArrayList<>();
            for (String cell : shown(row, formats)) {
                cells.add(
                        cells.isEmpty()
                                ? InitiativeId.find(plan.reference())
                                        .<Component>map(
                                                id -> new Anchor(BudgetNavigation.pooledBudget(id.value()), cell))
                                        .orElseGet(() -> new Span(cell))
                                : new Span(cell));
            }
            table.rowOf(cells.toArray(Component[]::new));
        }
        ofYear.add(
                table,
                new SheetDownload(
                        getTranslation("budget.position.by-plan"), "stand-buurtplannen-" + report.year(), () -> {
                            PositionReport now = positions.read(municipality, report.year());
                            Map<String, String> titlesNow = titles(now);
                            Sheet sheet =
                                    new Sheet(getTranslation("budget.position.by-plan") + " " + report.year(), columns);
                            now.references()
                                    .forEach(plan -> sheet.row(
                                            planRow(plan, titlesNow, names).toArray()));
                            return sheet;
                        }));
    }

    private Map<String, String> titles(PositionReport report) {
        Map<String, String> titles = new HashMap<>();
        initiatives
                .listInBrief(report.references().stream()
                        .flatMap(plan -> InitiativeId.find(plan.reference()).stream())
                        .toList())
                .forEach((id, plan) -> titles.put(id.reference(), plan.title()));
        return titles;
    }

    private List<Object> planRow(
            PositionReport.OfReference plan, Map<String, String> titles, Map<NeighbourhoodCode, String> names) {
        return List.of(
                titles.getOrDefault(plan.reference(), plan.reference()),
                name(plan.neighbourhood(), names),
                plan.reserved(),
                plan.granted(),
                plan.committed(),
                plan.paid(),
                plan.left());
    }

    // ---- for the municipality's own ledger

    private void addMunicipalLedger(MunicipalityCode municipality, FiscalYear year, Formats formats) {
        Select<YearMonth> month = new Select<>();
        month.setLabel(getTranslation("budget.position.month"));
        month.setItems(IntStream.rangeClosed(1, 12)
                .mapToObj(number -> YearMonth.of(year.year(), number))
                .toList());
        month.setItemLabelGenerator(formats::month);
        YearMonth now = YearMonth.now(clock);
        month.setValue(now.getYear() == year.year() ? now : YearMonth.of(year.year(), 12));
        ofYear.add(
                new H2(getTranslation("budget.position.postings")),
                new Paragraph(getTranslation("budget.position.postings-explained")),
                month,
                new SheetDownload(
                        getTranslation("budget.position.postings"),
                        "boekingen-" + year,
                        () -> postings(municipality, month.getValue())));
    }

    private Sheet postings(MunicipalityCode municipality, YearMonth month) {
        Sheet sheet = new Sheet(
                getTranslation("budget.position.postings") + " " + month,
                words(
                        "budget.position.number",
                        "budget.adopted.booked-on",
                        "budget.position.kind",
                        "budget.planned.task-field",
                        "budget.position.place-code",
                        "budget.position.reason",
                        "budget.position.reference",
                        "budget.waiting.amount"));
        for (MunicipalEntry entry : generalLedger.listForMunicipalLedger(municipality, month)) {
            Long number = entry.number();
            sheet.row(
                    number == null ? "" : number,
                    entry.bookedOn(),
                    getTranslation("ledger.kind." + Messages.word(entry.kind())),
                    entry.taskField(),
                    entry.neighbourhood(),
                    getTranslation("ledger.reason." + Messages.word(entry.reason())),
                    entry.reference(),
                    entry.amount());
        }
        return sheet;
    }

    // ----

    private String name(@Nullable NeighbourhoodCode code, Map<NeighbourhoodCode, String> names) {
        return code == null ? getTranslation("budget.pre.everywhere") : names.getOrDefault(code, code.value());
    }

    private List<String> words(String... keys) {
        return List.of(keys).stream().map(this::getTranslation).toList();
    }

    /** The first columns say what it is about; all others are amounts. */
    private DataTable table(String caption, List<String> names) {
        List<DataTable.Column> columns = new ArrayList<>();
        for (String name : names) {
            columns.add(
                    columns.isEmpty() || name.equals(getTranslation("budget.pre.where"))
                            ? DataTable.Column.text(name)
                            : DataTable.Column.number(name));
        }
        return new DataTable(getTranslation(caption), columns).belowItsHeading();
    }

    /** With the columns in which something stands; all of them are in what can be taken along. */
    private DataTable table(String caption, List<String> names, List<List<Object>> rows, Formats formats) {
        List<Integer> standing = IntStream.range(0, names.size())
                .filter(column -> rows.stream().anyMatch(row -> !row.get(column).equals(Money.ZERO)))
                .boxed()
                .toList();
        DataTable table = table(caption, standing.stream().map(names::get).toList());
        rows.forEach(row -> table.row(shown(standing.stream().map(row::get).toList(), formats)));
        return table;
    }

    private static List<String> shown(List<Object> row, Formats formats) {
        return row.stream()
                .map(cell -> cell instanceof Money amount ? formats.euros(amount) : cell.toString())
                .toList();
    }
}
