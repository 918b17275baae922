package nl.buurtbundel.release.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.ui.ConfirmDialog;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.DefinitionTable;
import nl.buurtbundel.foundation.ui.EmptyState;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.foundation.ui.RangeBars;
import nl.buurtbundel.foundation.ui.Timeline;
import nl.buurtbundel.foundation.ui.WhoSeesThis;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.ui.InitiativeNavigation;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.release.PlannedAgainstRealised;
import nl.buurtbundel.release.ReleaseRoadId;
import nl.buurtbundel.release.ReleaseRoads;
import nl.buurtbundel.release.ReleaseStep;
import nl.buurtbundel.release.RoadBoard;
import nl.buurtbundel.release.RoadDeedKind;
import nl.buurtbundel.release.RoadDeedView;
import nl.buurtbundel.release.RoadStep;
import nl.buurtbundel.release.StepStanding;
import nl.buurtbundel.release.TeamRoad;
import org.jspecify.annotations.Nullable;

/** The release of a plan, step by step: where each provision is, who has it, by when, and what has come of it. */
@CdiComponent
@Route(ReleaseNavigation.ROAD)
class ReleaseRoadView extends Div implements HasUrlParameter<Long>, HasDynamicTitle {
    private final transient ReleaseRoads roads;
    private final transient Clock clock;
    private final Div details = new Div();
    private String title = "";
    private transient @Nullable ReleaseRoadId opened;

    @Inject
    ReleaseRoadView(ReleaseRoads roads, Clock clock) {
        this.roads = roads;
        this.clock = clock;
        addClassNames("bb-page", "bb-stack");
        details.addClassName("bb-stack");
        details.getElement().setAttribute("aria-live", "polite");
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
        RoadBoard board = roads.read(plan);
        ReleaseTexts texts = new ReleaseTexts(getLocale());
        RoadDialogs dialogs = new RoadDialogs(roads, board, texts, LocalDate.now(clock), () -> show(plan));
        removeAll();
        details.removeAll();
        title = texts.text("release.road.title", board.title());
        add(
                new H1(title),
                new Anchor(InitiativeNavigation.plan(plan), texts.text("release.road.to-plan")),
                new Paragraph(texts.text("release.road.what")),
                new WhoSeesThis(texts.text("release.road.who-sees")));
        if (board.roads().isEmpty()) {
            add(new EmptyState(texts.text("release.road.none")));
            return;
        }
        long callOff = board.roads().stream().filter(TeamRoad::callOffOrder).count();
        if (callOff > 0) {
            add(Notice.warning(
                    texts.text("release.road.call-off", texts.formats().count(callOff))));
        }
        if (board.countLate() > 0) {
            add(Notice.warning(texts.text("release.road.late", texts.formats().count(board.countLate()))));
        }
        addOrder(board, texts, dialogs);
        add(table(board, texts, dialogs), details);
        Optional.ofNullable(opened)
                .flatMap(id -> board.roads().stream()
                        .filter(road -> road.id().equals(id))
                        .findFirst())
                .ifPresent(road -> open(road, texts, dialogs));
        addAmounts(board, texts);
    }

    private void addOrder(RoadBoard board, ReleaseTexts texts, RoadDialogs dialogs) {
        List<TeamRoad> ready = board.listToOrder();
        if (ready.isEmpty()) {
            return;
        }
        Button order = new Button(
                texts.text("release.road.order-some", texts.formats().count(ready.size())),
                click -> dialogs.order().open());
        order.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        add(new Div(order));
    }

    // ---- the list

    private DataTable table(RoadBoard board, ReleaseTexts texts, RoadDialogs dialogs) {
        DataTable table = new DataTable(
                texts.text("release.road.table"),
                DataTable.Column.text(texts.text("release.road.allocation")),
                DataTable.Column.text(texts.text("release.road.step")),
                DataTable.Column.text(texts.text("release.road.owner")),
                DataTable.Column.text(texts.text("release.road.due")),
                DataTable.Column.text(texts.text("release.road.next")),
                DataTable.Column.text(texts.text("release.road.all-steps")));
        for (TeamRoad road : board.roads()) {
            Optional<RoadStep> current = road.findCurrent();
            table.rowOf(
                    new Span(road.number().value()),
                    new Span(standing(road, current, texts)),
                    new Span(current.map(step -> texts.name(
                                    "release.road.owner.", step.step().owner()))
                            .orElse("–")),
                    new Span(current.map(step -> due(step, texts)).orElse("–")),
                    action(road, current, texts, dialogs),
                    all(road, texts, dialogs));
        }
        return table;
    }

    private static String standing(TeamRoad road, Optional<RoadStep> current, ReleaseTexts texts) {
        if (road.callOffOrder()) {
            return texts.text("release.road.is-call-off");
        }
        return current.map(step -> texts.step(step.step()))
                .orElse(texts.text(road.ended() ? "release.road.is-ended" : "release.road.is-done"));
    }

    private static String due(RoadStep step, ReleaseTexts texts) {
        LocalDate dueOn = step.dueOn();
        if (dueOn == null) {
            return "–";
        }
        String day = texts.formats().shortDate(dueOn);
        return step.late() ? texts.text("release.road.due-late", day) : day;
    }

    private static Component action(
            TeamRoad road, Optional<RoadStep> current, ReleaseTexts texts, RoadDialogs dialogs) {
        if (road.callOffOrder()) {
            return button(ReleaseStep.ORDER, "release.road.call-off-do", road, texts, dialogs);
        }
        return current.map(RoadStep::step)
                .<Component>map(step -> switch (step) {
                    case CONSENT, DECISION, PROVIDER ->
                        button(step, "release.road.do." + Messages.word(step), road, texts, dialogs);
                    case ORDER -> new Span(texts.text("release.road.wait-order"));
                    default -> new Span(texts.name("release.road.wait.", step));
                })
                .orElseGet(() -> new Span("–"));
    }

    private static Button button(ReleaseStep step, String key, TeamRoad road, ReleaseTexts texts, RoadDialogs dialogs) {
        String name = texts.text(key);
        Button button = new Button(name, click -> dialog(step, road, dialogs).open());
        button.setAriaLabel(
                texts.text("release.road.dialog", name, road.number().value()));
        return button;
    }

    private static ConfirmDialog dialog(ReleaseStep step, TeamRoad road, RoadDialogs dialogs) {
        return switch (step) {
            case CONSENT -> dialogs.consent(road);
            case DECISION -> dialogs.decision(road);
            case PROVIDER -> dialogs.provider(road);
            default -> dialogs.takeBack(road, step);
        };
    }

    private Button all(TeamRoad road, ReleaseTexts texts, RoadDialogs dialogs) {
        String name = texts.text("release.road.open");
        Button open = new Button(name, click -> leadTo(open(road, texts, dialogs)));
        open.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        open.setAriaLabel(texts.text("release.road.dialog", name, road.number().value()));
        return open;
    }

    // ---- one of them

    /** The steps stand below a list that may be long: who asks for them is brought there, with the keyboard as well. */
    private static void leadTo(H2 heading) {
        heading.getElement().setAttribute("tabindex", "-1");
        heading.getElement().callJsFunction("focus");
        heading.getElement().callJsFunction("scrollIntoView");
    }

    private H2 open(TeamRoad road, ReleaseTexts texts, RoadDialogs dialogs) {
        opened = road.id();
        details.removeAll();
        Timeline timeline = new Timeline();
        road.steps().stream()
                .filter(step -> step.standing() != StepStanding.NOT_NEEDED && step.standing() != StepStanding.ENDED)
                .forEach(step -> timeline.step(
                        state(step), texts.when(step), texts.step(step.step()), detail(road, step, texts)));
        H2 heading = new H2(texts.text("release.road.of", road.number().value()));
        details.add(heading, facts(road, texts), timeline);
        Div buttons = new Div();
        buttons.addClassName("bb-cluster");
        road.undoneBy().keySet().stream()
                .sorted()
                .filter(step -> !road.ended() || step == ReleaseStep.ORDER)
                .forEach(step -> buttons.add(new Button(
                        texts.text("release.road.take-back", texts.step(step)),
                        click -> dialogs.takeBack(road, step).open())));
        details.add(buttons);
        List<RoadDeedView> undone = road.deeds().stream()
                .filter(deed -> deed.kind() != RoadDeedKind.RECORDED)
                .toList();
        for (RoadDeedView deed : undone) {
            String reason = deed.reason();
            details.add(new Paragraph(texts.text(
                    "release.road.deed." + Messages.word(deed.kind()),
                    texts.formats().date(deed.doneOn()),
                    texts.step(deed.step()),
                    reason == null ? "" : reason)));
        }
        return heading;
    }

    private static DefinitionTable facts(TeamRoad road, ReleaseTexts texts) {
        DefinitionTable table = new DefinitionTable();
        table.row(texts.text("release.road.law"), road.number().law().lawName());
        var form = road.form();
        if (form != null) {
            table.row(texts.text("release.road.form"), texts.text(form.key()));
        }
        LocalDate until = road.allocatedUntil();
        table.row(
                texts.text("release.road.allocated-until"),
                until == null
                        ? texts.text("release.road.no-end")
                        : texts.formats().date(until));
        table.row(texts.text("release.road.planned"), planned(road.plannedByYear(), texts));
        table.row(
                texts.text("release.road.likelihood"),
                texts.text(
                        "release.road.likelihood-is",
                        road.likelihood().lowPercent(),
                        road.likelihood().likelyPercent(),
                        road.likelihood().highPercent()));
        road.steps().stream()
                .filter(step -> step.standing() == StepStanding.NOT_NEEDED)
                .forEach(step -> table.row(
                        texts.text("release.road.not-needed", texts.step(step.step())),
                        texts.name("release.road.not-needed.", step.step())));
        return table;
    }

    /** A start in the middle of a year frees the months that are left of it: that is seen here, year by year. */
    private static String planned(Map<FiscalYear, Money> byYear, ReleaseTexts texts) {
        return byYear.isEmpty()
                ? texts.text("release.road.planned-nothing")
                : byYear.entrySet().stream()
                        .map(year -> texts.text(
                                "release.road.planned-in",
                                year.getKey().toString(),
                                texts.formats().euros(year.getValue())))
                        .collect(Collectors.joining("; "));
    }

    private static Timeline.State state(RoadStep step) {
        return switch (step.standing()) {
            case CURRENT -> step.late() ? Timeline.State.LATE : Timeline.State.CURRENT;
            case LATER -> Timeline.State.COMING;
            default -> Timeline.State.DONE;
        };
    }

    private static String detail(TeamRoad road, RoadStep step, ReleaseTexts texts) {
        List<String> words = new ArrayList<>();
        words.add(texts.name("release.road.owner.", step.step().owner()));
        LocalDate objection = road.objectionUntil();
        LocalDate lastDay = road.lastDay();
        LocalDate ordered = road.ordered();
        LocalDate until = road.allocatedUntil();
        if (step.step() == ReleaseStep.DECISION && objection != null) {
            words.add(texts.text("release.road.objection", texts.formats().date(objection)));
        }
        if (step.step() == ReleaseStep.PROVIDER && lastDay != null) {
            words.add(texts.text(
                    road.disagrees() ? "release.road.disagrees" : "release.road.ends",
                    texts.formats().date(lastDay)));
        }
        if (step.step() == ReleaseStep.CONTRACT) {
            words.add(texts.text("release.road.contract-first"));
        }
        if (step.step() == ReleaseStep.ALLOCATION && ordered != null && until != null && !ordered.equals(until)) {
            words.add(texts.text(
                    "release.road.not-as-ordered",
                    texts.formats().date(until),
                    texts.formats().date(ordered)));
        }
        return String.join(" · ", words);
    }

    // ---- planned against realised

    private void addAmounts(RoadBoard board, ReleaseTexts texts) {
        add(new H2(texts.text("release.road.amounts")), new Paragraph(texts.text("release.road.amounts-what")));
        if (board.byYear().isEmpty()) {
            add(new EmptyState(texts.text("release.road.amounts-none")));
            return;
        }
        List<RangeBars.Comparison> years = new ArrayList<>();
        for (Map.Entry<FiscalYear, PlannedAgainstRealised> year : board.byYear().entrySet()) {
            PlannedAgainstRealised amounts = year.getValue();
            years.add(new RangeBars.Comparison(
                    year.getKey().toString(),
                    new RangeBars.Range(amounts.likelyLow(), amounts.likely(), amounts.likelyHigh()),
                    RangeBars.Range.exactly(amounts.realised())));
        }
        PlannedAgainstRealised all = board.total();
        add(
                new RangeBars(
                        texts.text("release.road.picture"),
                        texts.text(
                                "release.road.picture-summary",
                                texts.formats().wholeEuros(all.planned()),
                                texts.formats().wholeEuros(all.likely()),
                                texts.formats().wholeEuros(all.realised())),
                        texts.text("release.road.planned-bar"),
                        texts.text("release.road.realised-bar"),
                        years),
                amounts(board, texts),
                late(all, texts),
                new Paragraph(texts.text("release.likelihood.assumption")));
    }

    private static Paragraph late(PlannedAgainstRealised all, ReleaseTexts texts) {
        Paragraph told = new Paragraph(texts.text("release.road.late-what"));
        told.setVisible(all.late().isPositive());
        return told;
    }

    private static DataTable amounts(RoadBoard board, ReleaseTexts texts) {
        boolean late = board.total().late().isPositive();
        DataTable table = new DataTable(
                texts.text("release.road.amounts"),
                Stream.concat(
                                Stream.of(
                                        DataTable.Column.text(texts.text("release.road.year")),
                                        DataTable.Column.number(texts.text("release.road.planned-all")),
                                        DataTable.Column.number(texts.text("release.road.planned-likely")),
                                        DataTable.Column.number(texts.text("release.road.realised"))),
                                late
                                        ? Stream.of(DataTable.Column.number(texts.text("release.road.late-amount")))
                                        : Stream.of())
                        .toList());
        board.byYear()
                .forEach((year, amounts) -> table.row(Stream.concat(
                                Stream.of(
                                        year.toString(),
                                        texts.formats().euros(amounts.planned()),
                                        texts.formats().euros(amounts.likely()),
                                        texts.formats().euros(amounts.realised())),
                                late ? Stream.of(texts.formats().euros(amounts.late())) : Stream.of())
                        .toList()));
        return table.belowItsHeading();
    }
}
