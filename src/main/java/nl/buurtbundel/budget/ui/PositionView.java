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
import nl.buurtbundel.budget.LateRelease;
import nl.buurtbundel.budget.MunicipalEntries;
import nl.buurtbundel.budget.PooledBudgets;
import nl.buurtbundel.budget.YearEnds;
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
import nl.buurtbundel.foundation.ui.YearSelect;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.ledger.GeneralLedger;
import nl.buurtbundel.ledger.MunicipalEntry;
import nl.buurtbundel.ledger.PositionReport;
import nl.buurtbundel.ledger.Positions;
import nl.buurtbundel.ledger.TaskFields;
import nl.buurtbundel.ledger.ui.LedgerNavigation;
import nl.buurtbundel.ledger.ui.ReferenceNames;
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
    private final transient MunicipalEntries municipalEntries;
    private final transient PooledBudgets pooledBudgets;
    private final transient YearEnds yearEnds;
    private final transient Initiatives initiatives;
    private final transient Neighbourhoods neighbourhoods;
    private final transient TaskFields taskFields;
    private final transient ReferenceNames referenceNames;
    private final transient Access access;
    private final transient Clock clock;
    private final Div ofYear = new Div();

    @Inject
    PositionView(
            Positions positions,
            GeneralLedger generalLedger,
            MunicipalEntries municipalEntries,
            PooledBudgets pooledBudgets,
            YearEnds yearEnds,
            Initiatives initiatives,
            Neighbourhoods neighbourhoods,
            TaskFields taskFields,
            ReferenceNames referenceNames,
            Access access,
            Clock clock) {
        this.positions = positions;
        this.generalLedger = generalLedger;
        this.municipalEntries = municipalEntries;
        this.pooledBudgets = pooledBudgets;
        this.yearEnds = yearEnds;
        this.initiatives = initiatives;
        this.neighbourhoods = neighbourhoods;
        this.taskFields = taskFields;
        this.referenceNames = referenceNames;
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
        YearSelect year =
                new YearSelect(getTranslation("budget.year.year"), years, chosen -> show(municipality, chosen));
        add(year, ofYear);
        year.begin(FiscalYear.of(LocalDate.now(clock)));
    }

    private void show(MunicipalityCode municipality, FiscalYear year) {
        PositionReport report = positions.read(municipality, year);
        Formats formats = Formats.of(getLocale());
        ofYear.removeAll();
        ofYear.add(
                KeyFigure.sideBySide(
                        new KeyFigure(getTranslation("budget.position.adopted"), formats.euros(report.adopted())),
                        new KeyFigure(getTranslation("budget.position.granted"), formats.euros(report.granted())),
                        new KeyFigure(getTranslation("budget.position.paid"), formats.euros(report.paid()))),
                report.addsUp()
                        ? Notice.success(getTranslation("budget.position.adds-up", formats.euros(report.adopted())))
                        : Notice.warning(getTranslation("budget.position.does-not-add-up")),
                new Anchor(LedgerNavigation.ledger(), getTranslation("budget.position.why")));
        addLate(municipality, year, formats);
        addPicture(report, formats);
        addTaskFields(municipality, report, formats);
        Map<NeighbourhoodCode, String> names = neighbourhoods.mapNames(municipality);
        addOfOthers(report, formats);
        addPlaces(report, names, formats);
        addPlans(report, names, formats);
        addMunicipalLedger(municipality, year, formats);
    }

    private void addLate(MunicipalityCode municipality, FiscalYear year, Formats formats) {
        for (LateRelease late : yearEnds.listLate(municipality, year)) {
            ofYear.add(Notice.info(getTranslation(
                            "budget.late.told",
                            year.toString(),
                            formats.euros(late.amount()),
                            taskField(late.taskField())))
                    .with(new Anchor(BudgetNavigation.YEAR_END, getTranslation("budget.year-end.title"))));
        }
    }

    private String taskField(String code) {
        return taskFields.findLatest(code).map(Object::toString).orElse(code);
    }

    private void addPicture(PositionReport report, Formats formats) {
        Place granted = new Place(Stage.POOLED_BUDGET, getTranslation("budget.position.granted"));
        List<MoneyFlow.Flow> flows = new ArrayList<>();
        for (PositionReport.OfTaskField field : report.taskFields()) {
            addFlow(flows, new Place(Stage.TASK_FIELD, field.taskField()), granted, field.granted());
        }
        addFlow(
                flows,
                new Place(Stage.TASK_FIELD, getTranslation("budget.position.of-others")),
                granted,
                report.ofOthers().granted());
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

    // ---- the three cuts

    /**
     * A line of a cut.
     *
     * @param reference whose money it is; null where it is that of many
     * @param cells what it is about first, then the amounts
     */
    private record Line(@Nullable String reference, List<Object> cells) {}

    private void addTaskFields(MunicipalityCode municipality, PositionReport report, Formats formats) {
        List<String> columns = words(
                "budget.planned.task-field",
                "budget.position.adopted",
                "budget.position.unreleased",
                "budget.position.planned",
                "budget.position.released-so-far",
                "budget.position.released",
                "budget.position.pre-financing",
                "budget.position.set-apart",
                "budget.position.reserved",
                "budget.position.granted",
                "budget.position.paid",
                "budget.position.carried-over",
                "budget.position.free-for-plans");
        addCut("budget.position.by-task-field", "stand-taakvelden-", columns, report, formats, now -> {
            Map<String, Money> planned = pooledBudgets.listPlanned(municipality);
            return now.taskFields().stream()
                    .map(field -> new Line(
                            null,
                            List.of(
                                    taskField(field.taskField()),
                                    field.adopted(),
                                    field.unreleased(),
                                    planned.getOrDefault(field.taskField(), Money.ZERO),
                                    field.releasedSoFar(),
                                    field.released(),
                                    field.preFinancing(),
                                    field.setApart(),
                                    field.reserved(),
                                    field.granted(),
                                    field.paid(),
                                    field.carriedOver(),
                                    field.left())))
                    .toList();
        });
        ofYear.add(new Paragraph(getTranslation("budget.position.task-field-explained")));
    }

    private void addOfOthers(PositionReport report, Formats formats) {
        List<String> columns = words(
                "budget.contribution.who",
                "budget.position.given",
                "budget.position.not-granted",
                "budget.position.reserved",
                "budget.position.granted",
                "budget.position.paid",
                "budget.position.free");
        addCut("budget.position.of-others", "stand-van-anderen-", columns, report, formats, now -> {
            PositionReport.OfOthers others = now.ofOthers();
            return others.isNothing()
                    ? List.of()
                    : List.of(new Line(
                            null,
                            List.of(
                                    getTranslation("budget.position.all-of-others"),
                                    others.given(),
                                    others.there(),
                                    others.reserved(),
                                    others.granted(),
                                    others.paid(),
                                    others.left())));
        });
    }

    private void addPlaces(PositionReport report, Map<NeighbourhoodCode, String> names, Formats formats) {
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
        addCut(
                "budget.position.by-place",
                "stand-buurten-",
                columns,
                report,
                formats,
                now -> now.places().stream()
                        .map(place -> new Line(
                                null,
                                List.of(
                                        name(place.neighbourhood(), names),
                                        place.releasedSoFar(),
                                        place.released(),
                                        place.preFinancing(),
                                        place.reserved(),
                                        place.granted(),
                                        place.committed(),
                                        place.paid(),
                                        place.left())))
                        .toList());
    }

    private void addPlans(PositionReport report, Map<NeighbourhoodCode, String> names, Formats formats) {
        List<String> columns = words(
                "budget.payments.plan",
                "budget.pre.where",
                "budget.position.reserved",
                "budget.position.granted",
                "budget.position.committed",
                "budget.position.paid",
                "budget.position.left");
        addCut("budget.position.by-plan", "stand-buurtplannen-", columns, report, formats, now -> {
            Map<String, String> titles = PlanNames.of(
                    this,
                    initiatives,
                    now.references().stream()
                            .map(PositionReport.OfReference::reference)
                            .toList());
            return now.references().stream()
                    .map(plan -> new Line(
                            plan.reference(),
                            List.of(
                                    titles.getOrDefault(plan.reference(), plan.reference()),
                                    name(plan.neighbourhood(), names),
                                    plan.reserved(),
                                    plan.granted(),
                                    plan.committed(),
                                    plan.paid(),
                                    plan.left())))
                    .toList();
        });
    }

    /** On the screen as it was read; to take along as it is then. */
    private void addCut(
            String title,
            String file,
            List<String> columns,
            PositionReport report,
            Formats formats,
            Function<PositionReport, List<Line>> lines) {
        List<Line> shown = lines.apply(report);
        if (shown.isEmpty()) {
            return;
        }
        ofYear.add(
                new H2(getTranslation(title)),
                table(title, columns, shown, formats),
                new SheetDownload(getTranslation(title), file + report.year(), () -> {
                    Sheet sheet = new Sheet(getTranslation(title) + " " + report.year(), columns);
                    lines.apply(positions.read(municipality(), report.year()))
                            .forEach(line -> sheet.row(line.cells().toArray()));
                    return sheet;
                }));
    }

    /** With the columns in which something stands; all of them are in what can be taken along. */
    private DataTable table(String caption, List<String> names, List<Line> lines, Formats formats) {
        List<Integer> standing = IntStream.range(0, names.size())
                .filter(column -> lines.stream()
                        .anyMatch(line -> !line.cells().get(column).equals(Money.ZERO)))
                .boxed()
                .toList();
        DataTable table = new DataTable(
                        getTranslation(caption),
                        standing.stream()
                                .map(column -> lines.get(0).cells().get(column) instanceof Money
                                        ? DataTable.Column.number(names.get(column))
                                        : DataTable.Column.text(names.get(column)))
                                .toList())
                .belowItsHeading();
        for (Line line : lines) {
            List<Component> cells = new ArrayList<>();
            for (int column : standing) {
                Object cell = line.cells().get(column);
                String text = cell instanceof Money amount ? formats.euros(amount) : cell.toString();
                String reference = line.reference();
                Component shown = column == 0 && reference != null ? ofReference(reference, text) : new Span(text);
                if (cell.equals(Money.ZERO)) {
                    shown.getElement().getClassList().add("bb-zero");
                }
                cells.add(shown);
            }
            table.rowOf(cells.toArray(Component[]::new));
        }
        return table;
    }

    /** Leads to the plan, and to the bookings behind its figures. */
    private Div ofReference(String reference, String name) {
        return new Div(
                new Div(PlanNames.path(reference)
                        .<Component>map(path -> new Anchor(path, name))
                        .orElseGet(() -> new Span(name))),
                LedgerNavigation.toAccountsOf(this, reference, name));
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
        Div download = new Div(postingsOf(municipality, month.getValue()));
        month.addValueChangeListener(change -> {
            download.removeAll();
            download.add(postingsOf(municipality, change.getValue()));
        });
        ofYear.add(
                new H2(getTranslation("budget.position.postings")),
                new Paragraph(getTranslation("budget.position.postings-explained")),
                month,
                download);
    }

    private SheetDownload postingsOf(MunicipalityCode municipality, YearMonth month) {
        return new SheetDownload(
                getTranslation("budget.position.postings"), "boekingen-" + month, () -> postings(municipality, month));
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
        List<MunicipalEntry> entries = municipalEntries.list(municipality, month);
        Map<String, String> fields = new HashMap<>();
        Map<String, String> about = referenceNames.of(
                this, entries.stream().map(MunicipalEntry::reference).toList());
        for (MunicipalEntry entry : entries) {
            Long number = entry.number();
            sheet.row(
                    number == null ? "" : number,
                    entry.bookedOn(),
                    getTranslation("ledger.kind." + Messages.word(entry.kind())),
                    // with its name: a spreadsheet would take 6.711 for a number, and the zero of 0.10 off
                    fields.computeIfAbsent(entry.taskField(), this::taskField),
                    entry.neighbourhood(),
                    getTranslation("ledger.reason." + Messages.word(entry.reason())),
                    about.getOrDefault(entry.reference(), entry.reference()),
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

    private MunicipalityCode municipality() {
        return access.require(Operation.SEE_LEDGER).municipality();
    }
}
