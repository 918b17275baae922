package nl.buurtbundel.budget.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.budget.Contributions;
import nl.buurtbundel.budget.CoverKind;
import nl.buurtbundel.budget.LateRelease;
import nl.buurtbundel.budget.MoneyWay;
import nl.buurtbundel.budget.PooledBudgets;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.EmptyState;
import nl.buurtbundel.foundation.ui.KeyFigure;
import nl.buurtbundel.foundation.ui.MoneyFlow;
import nl.buurtbundel.foundation.ui.MoneyFlow.Certainty;
import nl.buurtbundel.foundation.ui.MoneyFlow.Place;
import nl.buurtbundel.foundation.ui.MoneyFlow.Stage;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.foundation.ui.Timeline;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.InitiativePage;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.initiative.ui.InitiativeNavigation;
import nl.buurtbundel.ledger.AccountKind;
import nl.buurtbundel.ledger.Reason;
import nl.buurtbundel.ledger.TaskFieldName;
import nl.buurtbundel.ledger.TaskFields;
import nl.buurtbundel.ledger.ui.LedgerNavigation;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.Neighbourhoods;
import org.jspecify.annotations.Nullable;

/** The money of one initiative: a picture and a table of what is certain, the way back of each source, and apart what is planned. */
@CdiComponent
@Route(BudgetNavigation.POOLED_BUDGET)
class PooledBudgetView extends Div implements HasUrlParameter<Long>, HasDynamicTitle {
    private final transient PooledBudgets pooledBudgets;
    private final transient Contributions contributions;
    private final transient Access access;
    private final transient Event<PooledBudgetShown> shown;
    private final transient Initiatives initiatives;
    private final transient Neighbourhoods neighbourhoods;
    private final transient TaskFields taskFields;
    private final transient Clock clock;
    private final Div steps = new Div();
    private String title = "";

    @Inject
    PooledBudgetView(
            PooledBudgets pooledBudgets,
            Contributions contributions,
            Access access,
            Event<PooledBudgetShown> shown,
            Initiatives initiatives,
            Neighbourhoods neighbourhoods,
            TaskFields taskFields,
            Clock clock) {
        addClassNames("bb-page", "bb-stack");
        this.pooledBudgets = pooledBudgets;
        this.contributions = contributions;
        this.access = access;
        this.shown = shown;
        this.initiatives = initiatives;
        this.neighbourhoods = neighbourhoods;
        this.taskFields = taskFields;
        this.clock = clock;
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    @Override
    public void setParameter(BeforeEvent event, Long initiative) {
        show(new InitiativeId(initiative));
    }

    private void show(InitiativeId plan) {
        removeAll();
        steps.removeAll();
        InitiativePage page = initiatives.read(plan);
        MoneyWay way = pooledBudgets.readMoneyWay(plan.reference(), page.neighbourhood());
        Formats formats = Formats.of(getLocale());
        String place = neighbourhoods.read(way.neighbourhood()).name();
        String name = page.plan().title();
        title = getTranslation("budget.page.title", name);
        add(
                new H1(getTranslation("budget.page.heading", name, place)),
                new Anchor(InitiativeNavigation.plan(plan), getTranslation("budget.page.to-plan")),
                figures(way, formats));
        if (access.may(Operation.SEE_LEDGER)) {
            add(new Anchor(LedgerNavigation.accountsOf(plan.reference()), getTranslation("ledger.accounts.see")));
        }
        if (way.returned().isPositive()) {
            add(Notice.info(getTranslation(
                    "budget.returned.explained",
                    formats.euros(way.grantedInAll()),
                    formats.euros(way.paid()),
                    formats.euros(way.returned()))));
        }
        if (way.grouped()) {
            add(Notice.info(getTranslation("budget.grouped")));
        }
        List<MoneyFlow.Flow> flows = flows(way);
        if (!flows.isEmpty()) {
            add(new MoneyFlow(getTranslation("budget.flow.title"), summary(way, formats), flows));
        }
        if (way.granted().isPositive()) {
            shown.fire(new PooledBudgetShown(page, this::add));
        }
        addSources(way, formats);
        add(new ContributionsPart(
                contributions,
                access,
                plan,
                way.neighbourhood(),
                FiscalYear.of(LocalDate.now(clock)),
                !page.stage().isEnded(),
                () -> show(plan)));
        addWaiting(way, formats);
        addLate(way, formats);
        addPlanned(way, formats);
        if (!way.exact()) {
            add(new Paragraph(getTranslation("budget.few-left-out")));
        }
    }

    private Div figures(MoneyWay way, Formats formats) {
        List<KeyFigure> figures = new ArrayList<>();
        figures.add(new KeyFigure(getTranslation("budget.granted"), formats.euros(way.grantedInAll())));
        figures.add(new KeyFigure(getTranslation("budget.paid"), formats.euros(way.paid())));
        if (way.returned().isPositive()) {
            figures.add(new KeyFigure(getTranslation("budget.returned"), formats.euros(way.returned())));
        }
        figures.add(new KeyFigure(getTranslation("budget.left"), formats.euros(way.left())));
        if (way.reserved().isPositive()) {
            figures.add(new KeyFigure(
                    getTranslation("budget.reserved"),
                    formats.euros(way.reserved()),
                    getTranslation("budget.reserved.note")));
        }
        if (!way.grouped()) {
            figures.add(new KeyFigure(
                    getTranslation("budget.pre-financed"),
                    formats.euros(way.preFinanced()),
                    getTranslation("budget.pre-financed.note", formats.euros(way.repaid()))));
        }
        return KeyFigure.sideBySide(figures.toArray(KeyFigure[]::new));
    }

    private String summary(MoneyWay way, Formats formats) {
        String summary = getTranslation(
                way.returned().isPositive() ? "budget.flow.summary-kept" : "budget.flow.summary",
                formats.wholeEuros(way.granted()),
                formats.wholeEuros(way.paid()),
                formats.wholeEuros(way.left()));
        return way.waiting().isEmpty()
                ? summary
                : summary + " " + getTranslation("budget.flow.summary-waiting", formats.wholeEuros(way.inWaiting()));
    }

    private List<MoneyFlow.Flow> flows(MoneyWay way) {
        List<MoneyFlow.Flow> flows = new ArrayList<>();
        Place pot = new Place(Stage.POOLED_BUDGET, getTranslation("budget.flow.pot"));
        for (MoneyWay.Source source : way.sources()) {
            boolean ofOthers = source.kind() == CoverKind.CONTRIBUTION;
            Place from = new Place(Stage.TASK_FIELD, ofOthers ? kind(source.kind()) : taskField(source.taskField()));
            if (source.kind() == CoverKind.REALISED_RELEASE || source.kind() == CoverKind.PRE_FINANCING) {
                Place by = new Place(Stage.RELEASE, kind(source.kind()));
                flows.add(new MoneyFlow.Flow(from, by, source.granted(), Certainty.REALISED));
                flows.add(new MoneyFlow.Flow(by, pot, source.granted(), Certainty.REALISED));
            } else {
                flows.add(new MoneyFlow.Flow(from, pot, source.granted(), Certainty.REALISED));
            }
        }
        addOutflow(flows, pot, "budget.flow.paid", way.paid());
        addOutflow(flows, pot, "budget.flow.left", way.left());
        // what waits ends before the pooled budget too: it is certain, and not there yet
        Place waits = new Place(Stage.RELEASE, getTranslation("budget.flow.waiting"));
        way.waitingByTaskField()
                .forEach((code, amount) -> flows.add(new MoneyFlow.Flow(
                        new Place(Stage.TASK_FIELD, taskField(code)), waits, amount, Certainty.REALISED)));
        // planned money ends before the pooled budget: it is not there
        Place planned = new Place(Stage.RELEASE, getTranslation("budget.flow.planned"));
        for (MoneyWay.Planned plan : way.planned()) {
            flows.add(new MoneyFlow.Flow(
                    new Place(Stage.TASK_FIELD, taskField(plan.taskField())),
                    planned,
                    plan.aYear(),
                    Certainty.PLANNED));
        }
        return flows;
    }

    private void addOutflow(List<MoneyFlow.Flow> flows, Place pot, String key, Money amount) {
        if (amount.isPositive()) {
            flows.add(new MoneyFlow.Flow(
                    pot, new Place(Stage.INITIATIVE, getTranslation(key)), amount, Certainty.REALISED));
        }
    }

    private void addSources(MoneyWay way, Formats formats) {
        add(new H2(getTranslation("budget.sources.title")));
        if (way.sources().isEmpty()) {
            add(new EmptyState(getTranslation(
                    way.returned().isPositive() ? "budget.sources.all-returned" : "budget.sources.none")));
            return;
        }
        DataTable table = new DataTable(
                getTranslation(way.returned().isPositive() ? "budget.sources.caption-kept" : "budget.sources.caption"),
                DataTable.Column.text(getTranslation("budget.sources.source")),
                DataTable.Column.number(getTranslation(way.returned().isPositive() ? "budget.kept" : "budget.granted")),
                DataTable.Column.number(getTranslation("budget.paid")),
                DataTable.Column.number(getTranslation("budget.left")),
                DataTable.Column.text(getTranslation("budget.sources.way-back")));
        for (MoneyWay.Source source : way.sources()) {
            table.rowOf(
                    new Span(name(source)),
                    new Span(formats.euros(source.granted())),
                    new Span(formats.euros(source.paid())),
                    new Span(formats.euros(source.left())),
                    source.steps().isEmpty() ? new Span("–") : wayBackButton(source, formats));
        }
        table.total(
                getTranslation("budget.sources.total"),
                formats.euros(way.granted()),
                formats.euros(way.paid()),
                formats.euros(way.left()),
                "");
        steps.getElement().setAttribute("aria-live", "polite");
        add(table, steps);
    }

    private Button wayBackButton(MoneyWay.Source source, Formats formats) {
        Button button = new Button(getTranslation("budget.sources.follow"), click -> showSteps(source, formats));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.setAriaLabel(getTranslation("budget.sources.follow-which", name(source)));
        return button;
    }

    private void showSteps(MoneyWay.Source source, Formats formats) {
        steps.removeAll();
        Timeline timeline = new Timeline();
        if (source.paid().isPositive()) {
            timeline.step(
                    Timeline.State.DONE,
                    getTranslation("budget.way.so-far"),
                    getTranslation("budget.way.paid", formats.euros(source.paid())));
        }
        for (MoneyWay.Step step : source.steps()) {
            String when = step.firstOn().equals(step.lastOn())
                    ? formats.date(step.firstOn())
                    : getTranslation("budget.way.between", formats.date(step.firstOn()), formats.date(step.lastOn()));
            timeline.step(
                    Timeline.State.DONE,
                    when,
                    getTranslation(wayOf(step), formats.euros(step.amount()), taskField(step.taskField())));
        }
        steps.add(
                new H3(getTranslation("budget.way.title", name(source))),
                new Paragraph(getTranslation("budget.way.explained")),
                timeline);
    }

    /** What others gave goes its own way, in its own words. */
    private static String wayOf(MoneyWay.Step step) {
        if (step.from() == AccountKind.CONTRIBUTED && step.reason() == Reason.GRANTED) {
            return "budget.way.granted-of-others";
        }
        if (step.to() == AccountKind.CONTRIBUTED && step.reason() == Reason.UNSPENT_RETURNED) {
            return "budget.way.returned-to-contribution";
        }
        if (step.to() == AccountKind.GRANTED && step.reason() == Reason.CONTRIBUTION_MOVED) {
            return "budget.way.borne-again";
        }
        return "budget.way." + Messages.word(step.reason());
    }

    private void addWaiting(MoneyWay way, Formats formats) {
        if (way.waiting().isEmpty()) {
            return;
        }
        DataTable table = new DataTable(
                getTranslation("budget.waiting.caption"),
                DataTable.Column.text(getTranslation("budget.waiting.year")),
                DataTable.Column.text(getTranslation("budget.planned.task-field")),
                DataTable.Column.number(getTranslation("budget.waiting.amount")),
                DataTable.Column.text(getTranslation("budget.waiting.when")));
        add(new H2(getTranslation("budget.waiting.title")), new Paragraph(getTranslation("budget.waiting.explained")));
        LocalDate today = LocalDate.now(clock);
        for (MoneyWay.Waiting waiting : way.waiting()) {
            table.row(
                    waiting.year().toString(),
                    taskField(waiting.taskField()),
                    formats.euros(waiting.amount()),
                    getTranslation(
                            waiting.waitsOn(today) ? "budget.waiting.since" : "budget.waiting.from",
                            formats.date(waiting.since())));
            if (waiting.lacking().isPositive()) {
                add(Notice.warning(getTranslation(
                        "budget.waiting.short",
                        taskField(waiting.taskField()),
                        waiting.year().toString(),
                        formats.euros(waiting.lacking()))));
            }
        }
        add(table);
    }

    private void addLate(MoneyWay way, Formats formats) {
        for (LateRelease late : way.late()) {
            add(Notice.info(getTranslation(
                    "budget.late.told",
                    late.year().toString(),
                    formats.euros(late.amount()),
                    taskField(late.taskField()))));
        }
    }

    private void addPlanned(MoneyWay way, Formats formats) {
        add(new H2(getTranslation("budget.planned.title")));
        if (way.planned().isEmpty()) {
            add(new EmptyState(getTranslation(way.exact() ? "budget.planned.none" : "budget.planned.none-shown")));
            return;
        }
        DataTable table = new DataTable(
                getTranslation("budget.planned.caption"),
                DataTable.Column.text(getTranslation("budget.planned.task-field")),
                DataTable.Column.number(getTranslation("budget.planned.a-year")));
        for (MoneyWay.Planned plan : way.planned()) {
            table.row(taskField(plan.taskField()), formats.euros(plan.aYear()));
        }
        add(new Paragraph(getTranslation("budget.planned.explained")), table);
    }

    private String name(MoneyWay.Source source) {
        CoverKind kind = source.kind();
        if (kind == CoverKind.CONTRIBUTION) {
            return kind(kind);
        }
        return kind == null ? taskField("") : kind(kind) + " · " + taskField(source.taskField());
    }

    private String kind(@Nullable CoverKind kind) {
        return kind == null ? "" : getTranslation("budget.kind." + Messages.word(kind));
    }

    private String taskField(String code) {
        return code.isEmpty()
                ? getTranslation("budget.kind.together")
                : taskFields.findLatest(code).map(TaskFieldName::toString).orElse(code);
    }
}
