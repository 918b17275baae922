package nl.buurtbundel.budget.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.budget.AppropriationEntry;
import nl.buurtbundel.budget.AppropriationLine;
import nl.buurtbundel.budget.Appropriations;
import nl.buurtbundel.budget.Bridges;
import nl.buurtbundel.budget.CouncilNumber;
import nl.buurtbundel.budget.PooledBudgets;
import nl.buurtbundel.budget.PreFinancingSummary;
import nl.buurtbundel.budget.PreFinancings;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.foundation.ui.ConfirmDialog;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.DayField;
import nl.buurtbundel.foundation.ui.DecimalField;
import nl.buurtbundel.foundation.ui.EmptyState;
import nl.buurtbundel.foundation.ui.ErrorNotice;
import nl.buurtbundel.foundation.ui.FileUpload;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.foundation.ui.Required;
import nl.buurtbundel.foundation.ui.YearSelect;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.ledger.AccountKind;
import nl.buurtbundel.ledger.Reason;
import nl.buurtbundel.ledger.TaskFieldName;
import nl.buurtbundel.ledger.TaskFields;
import nl.buurtbundel.ledger.TransferSummary;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodSummary;
import nl.buurtbundel.neighbourhood.Neighbourhoods;
import org.jspecify.annotations.Nullable;

/** What the council adopted for a year, and what may bear costs before release has come in. Nothing here is ever wiped out. */
@CdiComponent
@Route(BudgetNavigation.BUDGET)
class BudgetView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private static final int MOST_MEGABYTES = 1;
    private static final int MEGABYTE = 1_000_000;

    private final transient Appropriations appropriations;
    private final transient PreFinancings preFinancings;
    private final transient Bridges bridges;
    private final transient Initiatives initiatives;
    private final transient PooledBudgets pooledBudgets;
    private final transient Neighbourhoods neighbourhoods;
    private final transient TaskFields taskFields;
    private final transient Access access;
    private final transient Event<BudgetShown> shown;
    private final transient Clock clock;
    private final Div ofYear = new Div();
    private final Div changes = new Div();

    @Inject
    BudgetView(
            Appropriations appropriations,
            PreFinancings preFinancings,
            Bridges bridges,
            Initiatives initiatives,
            PooledBudgets pooledBudgets,
            Neighbourhoods neighbourhoods,
            TaskFields taskFields,
            Access access,
            Event<BudgetShown> shown,
            Clock clock) {
        this.appropriations = appropriations;
        this.preFinancings = preFinancings;
        this.bridges = bridges;
        this.initiatives = initiatives;
        this.pooledBudgets = pooledBudgets;
        this.neighbourhoods = neighbourhoods;
        this.taskFields = taskFields;
        this.access = access;
        this.shown = shown;
        this.clock = clock;
        addClassNames("bb-page", "bb-stack");
        ofYear.addClassName("bb-stack");
        changes.getElement().setAttribute("aria-live", "polite");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("budget.year.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        access.require(Operation.SEE_APPROPRIATIONS);
        FiscalYear now = FiscalYear.of(today());
        YearSelect year = new YearSelect(
                getTranslation("budget.year.year"),
                List.of(now, now.next(), now.next().next()),
                this::show);
        removeAll();
        add(new H1(getPageTitle()), new Paragraph(getTranslation("budget.year.explained")), year, ofYear);
        year.begin(now);
    }

    private void show(FiscalYear year) {
        MunicipalityCode municipality =
                access.require(Operation.SEE_APPROPRIATIONS).municipality();
        Formats formats = Formats.of(getLocale());
        ofYear.removeAll();
        changes.removeAll();
        if (access.may(Operation.SEE_LEDGER)) {
            pooledBudgets.listShortages(municipality).stream()
                    .filter(shortage -> shortage.year().equals(year))
                    .forEach(shortage -> ofYear.add(Notice.warning(getTranslation(
                            "budget.short",
                            taskField(shortage.taskField()),
                            formats.euros(shortage.waiting()),
                            formats.date(shortage.since()),
                            formats.euros(shortage.lacking())))));
        }
        ofYear.add(new H2(getTranslation("budget.adopted.title", year.toString())));
        boolean loads = access.may(Operation.LOAD_APPROPRIATIONS);
        if (loads) {
            Button add = button("budget.adopted.add", () -> addAppropriation(municipality, year));
            add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            ofYear.add(add, button("budget.adopted.from-file", () -> addFromFile(municipality, year)));
        }
        ofYear.add(adopted(appropriations.list(municipality, year), formats));
        ofYear.add(
                new H2(getTranslation("budget.pre.title", year.toString())),
                new Paragraph(getTranslation("budget.pre.explained")));
        if (access.may(Operation.SET_PRE_FINANCING)) {
            Button add = button("budget.pre.add", () -> addPreFinancing(municipality, year));
            if (!loads) {
                add.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            }
            ofYear.add(add);
        }
        ofYear.add(arrangements(preFinancings.list(municipality, year), formats), changes);
        if (access.may(Operation.SEE_LEDGER)) {
            ofYear.add(
                    new BridgingPart(bridges, taskFields, initiatives, access, municipality, year, () -> show(year)));
        }
        shown.fire(new BudgetShown(ofYear::add));
    }

    private Component adopted(List<AppropriationEntry> entries, Formats formats) {
        if (entries.isEmpty()) {
            return new EmptyState(getTranslation("budget.adopted.none"));
        }
        DataTable table = new DataTable(
                getTranslation("budget.adopted.caption"),
                DataTable.Column.text(getTranslation("budget.planned.task-field")),
                DataTable.Column.text(getTranslation("budget.adopted.for")),
                DataTable.Column.number(getTranslation("budget.waiting.amount")),
                DataTable.Column.text(getTranslation("budget.adopted.source")),
                DataTable.Column.text(getTranslation("budget.adopted.booked-on")));
        Money total = Money.ZERO;
        for (AppropriationEntry entry : entries) {
            String source = entry.source();
            Money standing = entry.standing();
            table.row(
                    taskField(entry.taskField()),
                    getTranslation(
                            entry.forInitiatives()
                                    ? "budget.adopted.for-initiatives"
                                    : "budget.adopted.for-provisions"),
                    formats.euros(standing),
                    entry.corrected()
                            ? getTranslation("budget.adopted.corrected", source, formats.euros(entry.amount()))
                            : source,
                    formats.shortDate(entry.bookedOn()));
            total = total.plus(standing);
        }
        return table.total(getTranslation("budget.sources.total"), "", formats.euros(total), "", "");
    }

    private Component arrangements(List<PreFinancingSummary> arrangements, Formats formats) {
        if (arrangements.isEmpty()) {
            return new EmptyState(getTranslation("budget.pre.none"));
        }
        boolean free = arrangements.stream().anyMatch(one -> one.available() != null);
        boolean acts = access.may(Operation.SEE_LEDGER) || access.may(Operation.SET_PRE_FINANCING);
        List<DataTable.Column> columns = new ArrayList<>(List.of(
                DataTable.Column.text(getTranslation("budget.pre.where")),
                DataTable.Column.text(getTranslation("budget.planned.task-field")),
                DataTable.Column.number(getTranslation("budget.pre.limit"))));
        if (free) {
            columns.add(DataTable.Column.number(getTranslation("budget.pre.free")));
        }
        columns.add(DataTable.Column.text(getTranslation("budget.pre.ends-on")));
        if (acts) {
            columns.add(DataTable.Column.text(getTranslation("budget.pre.actions")));
        }
        DataTable table = new DataTable(getTranslation("budget.pre.caption"), columns);
        for (PreFinancingSummary one : arrangements) {
            List<Component> cells = new ArrayList<>(List.of(
                    new Span(place(one.neighbourhood())),
                    new Span(taskField(one.taskField())),
                    new Span(formats.euros(one.limit()))));
            if (free) {
                Money available = one.available();
                cells.add(new Span(available == null ? "–" : formats.euros(available)));
            }
            cells.add(new Span(formats.date(one.endsOn())));
            if (acts) {
                cells.add(actions(one, formats));
            }
            table.rowOf(cells.toArray(Component[]::new));
        }
        return table;
    }

    private Div actions(PreFinancingSummary one, Formats formats) {
        String which = place(one.neighbourhood()) + ", " + one.taskField();
        Div actions = new Div();
        if (access.may(Operation.SEE_LEDGER)) {
            actions.add(small("budget.pre.history", which, () -> showChanges(one, formats)));
        }
        if (access.may(Operation.SET_PRE_FINANCING) && !one.endsOn().isBefore(today())) {
            actions.add(
                    small("budget.pre.change", which, () -> changePreFinancing(one)),
                    small("budget.pre.end", which, () -> endPreFinancing(one, formats)));
        }
        return actions;
    }

    // ---- what can be done

    private void addAppropriation(MunicipalityCode municipality, FiscalYear year) {
        TextField source = councilNumber();
        Select<TaskFieldName> taskField = taskFieldSelect(year);
        DecimalField amount = euros("budget.waiting.amount");
        Checkbox forInitiatives = new Checkbox(getTranslation("budget.adopted.for-initiatives-only"));
        new ConfirmDialog(
                        getTranslation("budget.adopted.add"),
                        getTranslation("budget.adopted.how", year.toString()),
                        getTranslation("budget.year.who-sees"),
                        getTranslation("budget.adopted.save"),
                        () -> {
                            appropriations.load(
                                    municipality,
                                    year,
                                    source.getValue(),
                                    List.of(new AppropriationLine(
                                            chosen(taskField).code(), amount.euros(), forInitiatives.getValue())));
                            show(year);
                        })
                .with(source, taskField, amount, forInitiatives)
                .open();
    }

    private void addFromFile(MunicipalityCode municipality, FiscalYear year) {
        TextField source = councilNumber();
        List<AppropriationLine> lines = new ArrayList<>();
        Div told = new Div();
        ErrorNotice error = new ErrorNotice();
        FileUpload upload = new FileUpload(
                List.of(".csv", "text/csv"),
                MOST_MEGABYTES * MEGABYTE,
                MOST_MEGABYTES,
                getTranslation("budget.adopted.choose"),
                getTranslation("budget.adopted.rejected"),
                (name, bytes) -> {
                    lines.clear();
                    told.removeAll();
                    error.clear();
                    try {
                        lines.addAll(appropriations.read(municipality, year, bytes));
                        told.add(Notice.success(whatWasRead(lines)).announced());
                    } catch (RuntimeException thrown) {
                        error.tell(thrown);
                    }
                },
                rejected -> error.show(getTranslation("budget.adopted.rejected")));
        upload.setMaxFiles(1);
        new ConfirmDialog(
                        getTranslation("budget.adopted.from-file"),
                        getTranslation("budget.adopted.file-how", year.toString()),
                        getTranslation("budget.year.who-sees"),
                        getTranslation("budget.adopted.save"),
                        () -> {
                            if (lines.isEmpty()) {
                                throw new Refusal("budget.error.adopted-no-file");
                            }
                            appropriations.load(municipality, year, source.getValue(), lines);
                            show(year);
                        })
                .with(
                        source,
                        new Paragraph(getTranslation(
                                "budget.adopted.example",
                                String.join(";", Appropriations.COLUMNS),
                                "6.1;100000,00;ja")),
                        upload,
                        told,
                        error)
                .open();
    }

    private String whatWasRead(List<AppropriationLine> lines) {
        Formats formats = Formats.of(getLocale());
        return getTranslation(
                "budget.adopted.read",
                lines.size(),
                formats.euros(
                        Money.sum(lines.stream().map(AppropriationLine::amount).toList())));
    }

    private TextField councilNumber() {
        TextField number = new TextField(getTranslation("budget.adopted.number"));
        number.setMaxLength(CouncilNumber.LONGEST);
        number.setWidthFull();
        return number;
    }

    private void addPreFinancing(MunicipalityCode municipality, FiscalYear year) {
        Select<NeighbourhoodSummary> where = new Select<>();
        where.setLabel(getTranslation("budget.pre.where"));
        where.setEmptySelectionAllowed(true);
        where.setEmptySelectionCaption(getTranslation("budget.pre.everywhere"));
        where.setItems(neighbourhoods.list(municipality));
        where.setItemLabelGenerator(place -> place == null ? getTranslation("budget.pre.everywhere") : place.name());
        where.setWidthFull();
        Select<TaskFieldName> taskField = taskFieldSelect(year);
        DecimalField limit = euros("budget.pre.limit");
        DatePicker endsOn = endsOn(year.lastDay());
        new ConfirmDialog(
                        getTranslation("budget.pre.add"),
                        getTranslation("budget.pre.how"),
                        getTranslation("budget.year.who-sees"),
                        getTranslation("budget.pre.save"),
                        () -> {
                            NeighbourhoodSummary place = where.getValue();
                            preFinancings.add(
                                    year,
                                    place == null ? null : place.code(),
                                    chosen(taskField).code(),
                                    limit.euros(),
                                    day(endsOn));
                            show(year);
                        })
                .with(where, taskField, limit, endsOn)
                .open();
    }

    private void changePreFinancing(PreFinancingSummary one) {
        DecimalField limit = euros("budget.pre.limit");
        limit.setNumber(one.limit().inEuros());
        DatePicker endsOn = endsOn(one.endsOn());
        new ConfirmDialog(
                        getTranslation("budget.pre.change"),
                        getTranslation("budget.pre.change-how"),
                        getTranslation("budget.year.who-sees"),
                        getTranslation("budget.pre.save"),
                        () -> {
                            preFinancings.change(one.id(), one.version(), limit.euros(), day(endsOn));
                            show(one.year());
                        })
                .with(limit, endsOn)
                .open();
    }

    private void endPreFinancing(PreFinancingSummary one, Formats formats) {
        Money free = one.available() == null ? Money.ZERO : one.available();
        new ConfirmDialog(
                        getTranslation("budget.pre.end"),
                        getTranslation("budget.pre.end-how", formats.euros(free), one.taskField()),
                        getTranslation("budget.year.who-sees"),
                        getTranslation("budget.pre.end"),
                        () -> {
                            preFinancings.end(one.id(), one.version());
                            show(one.year());
                        })
                .grave()
                .open();
    }

    /** From the book: what a change did stays there. */
    private void showChanges(PreFinancingSummary one, Formats formats) {
        DataTable table = new DataTable(
                getTranslation("budget.pre.history-caption"),
                DataTable.Column.text(getTranslation("budget.adopted.booked-on")),
                DataTable.Column.text(getTranslation("budget.pre.change-what")),
                DataTable.Column.number(getTranslation("budget.pre.change-by")),
                DataTable.Column.number(getTranslation("budget.pre.limit-after")));
        Money setApart = Money.ZERO;
        for (TransferSummary transfer : preFinancings.listChanges(one.id())) {
            Money by = transfer.to().kind() == AccountKind.PRE_FINANCING
                    ? transfer.amount()
                    : transfer.amount().negated();
            setApart = setApart.plus(by);
            table.row(
                    formats.dateTime(transfer.at()),
                    getTranslation(
                            transfer.reason() == Reason.PRE_FINANCING_RETURNED
                                    ? "budget.pre.change-returned"
                                    : "budget.pre.change-set"),
                    formats.difference(by),
                    formats.euros(setApart));
        }
        changes.removeAll();
        changes.add(
                new H3(getTranslation("budget.pre.history-of", place(one.neighbourhood()), taskField(one.taskField()))),
                table);
    }

    // ---- fields

    private Select<TaskFieldName> taskFieldSelect(FiscalYear year) {
        Select<TaskFieldName> taskField = new Select<>();
        taskField.setLabel(getTranslation("budget.planned.task-field"));
        taskField.setItems(taskFields.list(year));
        taskField.setItemLabelGenerator(name -> name == null ? "" : name.toString());
        taskField.setWidthFull();
        return taskField;
    }

    private DecimalField euros(String key) {
        DecimalField field = new DecimalField(getTranslation(key));
        field.setPrefixComponent(new Span("€"));
        return field;
    }

    private DatePicker endsOn(LocalDate proposed) {
        DatePicker field = new DayField(getTranslation("budget.pre.ends-on"));
        field.setValue(proposed);
        return field;
    }

    private static TaskFieldName chosen(Select<TaskFieldName> taskField) {
        return Required.in(taskField);
    }

    private static LocalDate day(DatePicker field) {
        return Required.in(field);
    }

    private Button button(String key, Runnable action) {
        return new Button(getTranslation(key), click -> action.run());
    }

    private Button small(String key, String which, Runnable action) {
        Button button = new Button(getTranslation(key), click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(getTranslation(key) + ": " + which);
        return button;
    }

    private String place(@Nullable NeighbourhoodCode code) {
        return code == null
                ? getTranslation("budget.pre.everywhere")
                : neighbourhoods.read(code).name();
    }

    private String taskField(String code) {
        return taskFields.findLatest(code).map(TaskFieldName::toString).orElse(code);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
