package nl.buurtbundel.initiative.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.foundation.ui.ConfirmDialog;
import nl.buurtbundel.foundation.ui.DayField;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.foundation.ui.WhoSeesThis;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.InitiativePage;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.initiative.MyPledge;
import nl.buurtbundel.initiative.OfferSummary;
import nl.buurtbundel.initiative.Offers;
import nl.buurtbundel.initiative.OwnPlans;
import nl.buurtbundel.initiative.PlanJobs;
import nl.buurtbundel.initiative.Pledges;
import nl.buurtbundel.initiative.Stage;
import nl.buurtbundel.initiative.StopReason;
import nl.buurtbundel.initiative.TimelineEntry;
import nl.buurtbundel.initiative.WayBack;
import nl.buurtbundel.suggestion.SuggestionId;
import org.jspecify.annotations.Nullable;

/** One plan: what, for whom, what it costs, whether there are enough, how far it is, and what the reader can do. */
@CdiComponent
@Route(InitiativeNavigation.PLAN)
class PlanView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private static final int MOST_ANSWER = 2_000;

    private final transient Initiatives initiatives;
    private final transient Pledges pledges;
    private final transient Offers offers;
    private final transient PlanJobs jobs;
    private final transient OwnPlans ownPlans;
    private final transient Access access;
    private final transient EnoughBroadcast broadcast;
    private final transient Event<PlanShown> planShown;

    /** By what another room knows of the plan. */
    private boolean readerHasToAct;

    private final transient Clock clock;
    private final Div enough = new Div();
    private @Nullable InitiativeId shown;
    private String title = "";
    private transient @Nullable Registration listening;

    @Inject
    PlanView(
            Initiatives initiatives,
            Pledges pledges,
            Offers offers,
            PlanJobs jobs,
            OwnPlans ownPlans,
            Access access,
            EnoughBroadcast broadcast,
            Event<PlanShown> planShown,
            Clock clock) {
        this.initiatives = initiatives;
        this.pledges = pledges;
        this.offers = offers;
        this.jobs = jobs;
        this.ownPlans = ownPlans;
        this.access = access;
        this.broadcast = broadcast;
        this.planShown = planShown;
        this.clock = clock;
        addClassNames("bb-page", "bb-stack");
        enough.getElement().setAttribute("aria-live", "polite");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        InitiativeId id = PlanPage.id(event);
        show(id);
        if (isAttached()) {
            listen(UI.getCurrent());
        }
    }

    @Override
    protected void onAttach(AttachEvent event) {
        listen(event.getUI());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stopListening();
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void listen(UI ui) {
        stopListening();
        InitiativeId id = shown;
        if (id != null) {
            listening = broadcast.listen(id, isEnough -> ui.access(() -> showEnough(isEnough)));
        }
    }

    private void stopListening() {
        Registration present = listening;
        if (present != null) {
            present.remove();
            listening = null;
        }
    }

    private InitiativePage show(InitiativeId id) {
        InitiativePage page = initiatives.read(id);
        PlanTexts texts = new PlanTexts(getLocale());
        shown = id;
        title = page.plan().title();
        removeAll();
        add(new H1(title), texts.badge(page.stage()), new Paragraph(page.plan().summary()));
        Div told = new Div();
        told.addClassName("bb-stack");
        if (page.stage() == Stage.REFUSED) {
            add(told);
            afterRefusal(page);
        } else if (page.stage().isEnded()) {
            afterEnd(page);
        }
        if (page.stage().takesPledges() && !page.stage().isRunning()) {
            showEnough(page.enough());
            add(enough);
        }
        add(new Paragraph(getTranslation(
                "initiative.plan.for-whom", texts.need(page.plan().need()))));
        add(texts.promises(page));
        takePart(page);
        if (!page.stage().isEnded()) {
            add(new JobsPart(
                    jobs,
                    id,
                    page.mine() || page.assignedToMe(),
                    access.may(Operation.OFFER, page.neighbourhood()),
                    () -> show(id)));
        }
        ownPlan(page);
        offer(page);
        add(texts.costs(page.plan()));
        if (page.stage() != Stage.REFUSED) {
            add(told);
        }
        add(texts.timeline(page, today()));
        readerHasToAct = false;
        planShown.fire(new PlanShown(page, this::add, told::add, () -> readerHasToAct = true));
        if (told.getComponentCount() == 0) {
            remove(told);
        }
        team(page);
        budgetHolder(page);
        if (page.mine()) {
            initiator(page);
        }
        add(InitiativeNavigation.link(InitiativeNavigation.plans(), getTranslation("initiative.plan.all-plans")));
        return page;
    }

    /** Shows what came of what the reader did, and says it. */
    private void showDone(InitiativeId id) {
        List<TimelineEntry> timeline = show(id).timeline();
        Notice.tell(this, getTranslation(timeline.get(timeline.size() - 1).messageKey()) + ".")
                .focused();
    }

    /** How it ended, and for who took part, what comes of the own help. */
    private void afterEnd(InitiativePage page) {
        List<TimelineEntry> timeline = page.timeline();
        add(new Paragraph(new PlanTexts(getLocale()).ending(timeline.get(timeline.size() - 1))));
        boolean tookPart = page.startedOn() != null
                && access.may(Operation.PLEDGE, page.neighbourhood())
                && pledges.listMine().stream()
                        .anyMatch(mine -> mine.initiative().equals(page.id()));
        if (tookPart) {
            WayBack wayBack = page.plan().wayBack();
            add(Notice.info(getTranslation(
                    "initiative.plan.over.own-help",
                    wayBack.workingDays(),
                    new PlanTexts(getLocale()).bridge(wayBack.bridge()))));
        }
    }

    /** What a neighbour can do after a no: a new plan, or say that it should have been a yes. */
    private void afterRefusal(InitiativePage page) {
        if (!access.may(Operation.START_INITIATIVE, page.neighbourhood())) {
            return;
        }
        SuggestionId idea = page.suggestion();
        add(
                new H2(getTranslation("initiative.refused.title")),
                idea == null
                        ? InitiativeNavigation.link(
                                InitiativeNavigation.start(), getTranslation("initiative.refused.new-plan"))
                        : InitiativeNavigation.link(
                                InitiativeNavigation.startWith(idea), getTranslation("initiative.refused.same-idea")),
                new Paragraph(getTranslation("initiative.refused.objection")));
    }

    private void showEnough(boolean isEnough) {
        enough.removeAll();
        enough.add(new PlanTexts(getLocale()).enough(isEnough));
    }

    private void takePart(InitiativePage page) {
        if (!page.stage().takesPledges() || !access.may(Operation.PLEDGE, page.neighbourhood())) {
            return;
        }
        Optional<MyPledge> mine = pledges.findMine(page.id());
        if (mine.isPresent()) {
            add(myPledge(page, mine.get()));
        } else {
            Button join = primary(
                    "initiative.plan.join", () -> UI.getCurrent().navigate(InitiativeNavigation.join(page.id())));
            add(join, new WhoSeesThis(getTranslation("initiative.join.who-sees")));
        }
    }

    private Component myPledge(InitiativePage page, MyPledge mine) {
        PlanTexts texts = new PlanTexts(getLocale());
        Div part = new Div(new H2(getTranslation("initiative.mine.title")));
        part.addClassName("bb-stack");
        switch (mine.answer()) {
            case TAKES_PART -> part.add(new Paragraph(getTranslation("initiative.mine.takes-part")));
            case WAITS_FOR_OTHER_ADULT ->
                part.add(
                        new Paragraph(getTranslation("initiative.mine.waits")),
                        new Button(getTranslation("initiative.mine.new-code"), click -> newCode(mine)));
            case ASKED_AGAIN ->
                part.add(
                        new Paragraph(getTranslation("initiative.mine.asked-again")),
                        primary("initiative.mine.confirm", () -> {
                            pledges.confirm(mine.id(), mine.version(), page.planVersion());
                            show(page.id());
                        }),
                        whoSees("initiative.join.who-sees"));
            case CHOOSE_AFTER_TRIAL ->
                part.add(
                        new Paragraph(getTranslation("initiative.mine.choose")),
                        primary("initiative.mine.go-on", () -> {
                            pledges.chooseAfterTrial(mine.id(), mine.version());
                            show(page.id());
                        }),
                        whoSees("initiative.join.who-sees"));
            case LEAVING ->
                part.add(
                        new Paragraph(getTranslation("initiative.mine.leaving", texts.date(mine.lastDay()))),
                        new Button(getTranslation("initiative.mine.stay"), click -> {
                            pledges.confirm(mine.id(), mine.version(), page.planVersion());
                            show(page.id());
                        }));
            case OVER -> throw new IllegalStateException("a pledge that is over is not shown here");
        }
        if (mine.answer() != MyPledge.Answer.LEAVING) {
            part.add(
                    new Button(getTranslation("initiative.mine.leave"), click -> askLeave(page, mine)),
                    new WhoSeesThis(getTranslation("initiative.mine.leave-who-sees")));
        }
        return part;
    }

    private void askLeave(InitiativePage page, MyPledge mine) {
        boolean free = !mine.lastDay().isAfter(today());
        String question = free
                ? getTranslation("initiative.mine.leave-now")
                : getTranslation("initiative.mine.leave-later", new PlanTexts(getLocale()).date(mine.lastDay()));
        new ConfirmDialog(
                        getTranslation("initiative.mine.leave"),
                        question,
                        getTranslation("initiative.mine.leave-who-sees"),
                        getTranslation("initiative.mine.leave"),
                        () -> {
                            LocalDate lastDay = pledges.leave(mine.id(), mine.version());
                            show(page.id());
                            Notice.tell(
                                    this,
                                    lastDay.isAfter(today())
                                            ? getTranslation(
                                                    "initiative.mine.left-later",
                                                    new PlanTexts(getLocale()).date(lastDay))
                                            : getTranslation("initiative.mine.left"));
                        })
                .open();
    }

    private void newCode(MyPledge mine) {
        String code = pledges.renewCode(mine.id(), mine.version());
        show(mine.initiative());
        Span shownCode = new Span(code);
        shownCode.addClassName("bb-key-figure-value");
        addComponentAtIndex(
                1,
                Notice.info(getTranslation("initiative.join.code-how"))
                        .with(shownCode)
                        .announced());
    }

    private void offer(InitiativePage page) {
        if (page.stage().isEnded() || !access.may(Operation.OFFER, page.neighbourhood())) {
            return;
        }
        add(
                new Button(
                        getTranslation("initiative.offer.open"),
                        click -> new OfferDialog(offer -> {
                                    offers.offer(page.id(), offer);
                                    show(page.id());
                                    Notice.tell(this, getTranslation("initiative.offer.sent"));
                                })
                                .open()),
                new WhoSeesThis(getTranslation("initiative.offer.who-sees")));
    }

    /** For who began the plan and for the team: the others do not read what a circle talked about. */
    private void ownPlan(InitiativePage page) {
        if (page.mine() || access.may(Operation.ASSESS, page.neighbourhood())) {
            add(new OwnPlanPart(ownPlans, page, () -> show(page.id())));
        }
    }

    /** What the neighbourhood team does with a plan besides assessing it. */
    private void team(InitiativePage page) {
        if (page.stage().isEnded() || !access.may(Operation.ASSESS, page.neighbourhood())) {
            return;
        }
        add(new H2(getTranslation("initiative.team.title")));
        LocalDate endAskedOn = page.endAskedOn();
        if (endAskedOn != null) {
            add(Notice.warning(
                    getTranslation("initiative.team.end-asked", new PlanTexts(getLocale()).date(endAskedOn))));
        }
        questions(page);
        if (page.assignedToMe()) {
            add(new Paragraph(getTranslation("initiative.team.assigned")));
            Integer households = initiatives.readStanding(page.id()).households();
            if (households != null) {
                add(new Paragraph(getTranslation("initiative.plan.households", households)));
            }
        } else {
            add(
                    new Button(getTranslation("initiative.team.assign"), click -> {
                        initiatives.assignToMe(page.id(), page.version());
                        show(page.id());
                    }),
                    whoSees("initiative.team.assign-who-sees"));
        }
        if (page.stage().allows(Stage.TRIAL)) {
            add(primary("initiative.team.start", () -> start(page)), new WhoSeesThis(readers(page)));
        } else if (page.stage() == Stage.TRIAL) {
            add(primary("initiative.team.end-trial", () -> askEndTrial(page)), new WhoSeesThis(readers(page)));
        }
        if (page.stage().isGranted() && access.may(Operation.RELEASE, page.neighbourhood())) {
            Div more = new Div(
                    solved(page, "initiative.team.solved"),
                    new Button(getTranslation("initiative.stop.title"), click -> askStop(page)));
            more.addClassName("bb-cluster");
            add(more);
        }
    }

    /** Households were told that nothing changes for them until the trial is over: said before it ends, early or not. */
    private void askEndTrial(InitiativePage page) {
        Optional<LocalDate> promised = page.trialPromisedAfter(today());
        String meaning = getTranslation("initiative.team.end-trial-means");
        String question = promised.map(
                        end -> getTranslation("initiative.team.end-trial-early", new PlanTexts(getLocale()).date(end))
                                + " " + meaning)
                .orElse(meaning);
        ask(
                        page,
                        getTranslation("initiative.team.end-trial"),
                        question,
                        readers(page),
                        getTranslation(
                                promised.isPresent()
                                        ? "initiative.team.end-trial-today"
                                        : "initiative.team.end-trial-sure"),
                        () -> initiatives.endTrial(page.id(), page.version()))
                .open();
    }

    /** Who began the plan and who judges it read the same questions and answers. */
    private void questions(InitiativePage page) {
        if (!page.questions().isEmpty()) {
            add(
                    new H3(getTranslation("initiative.questions.title")),
                    new PlanTexts(getLocale()).questions(page.questions()));
        }
    }

    /**
     * Asked once where it matters: before the planned day, when what begins is meant to begin later; and where part was granted,
     * as more that was proposed lapses, which nobody should learn afterwards.
     */
    private void start(InitiativePage page) {
        SerializableRunnable begin = () -> {
            initiatives.start(page.id());
            showDone(page.id());
        };
        boolean early = page.plan().beginsAfter(today());
        List<String> asks = new ArrayList<>();
        if (early) {
            String planned = new PlanTexts(getLocale()).date(page.plan().intendedStart());
            int months = page.plan().trialMonths();
            asks.add(
                    months > 0
                            ? getTranslation("initiative.team.start-early-trial", planned, months)
                            : getTranslation("initiative.team.start-early", planned));
        }
        if (page.stage() == Stage.PARTLY_GRANTED) {
            asks.add(getTranslation("initiative.team.start-part"));
        }
        if (asks.isEmpty()) {
            begin.run();
            return;
        }
        new ConfirmDialog(
                        getTranslation("initiative.team.start"),
                        String.join(" ", asks),
                        readers(page),
                        getTranslation(early ? "initiative.team.start-today" : "initiative.team.start"),
                        begin)
                .open();
    }

    /** Who pays may close a plan that is done, when nobody of the neighbourhood does. */
    private void budgetHolder(InitiativePage page) {
        if (page.stage().allows(Stage.ACCOUNTED_FOR) && access.may(Operation.PAY, page.neighbourhood())) {
            add(new H2(getTranslation("initiative.account-for.title")), accountFor(page));
        }
    }

    private void initiator(InitiativePage page) {
        add(new H2(getTranslation("initiative.own.title")));
        page.openQuestion()
                .ifPresent(asked -> add(Notice.warning(getTranslation("initiative.own.questions"))
                        .with(new Paragraph(asked.question()))));
        if (page.openQuestion().isEmpty()) {
            questions(page);
        }
        switch (page.stage()) {
            case IDEA ->
                add(primary("initiative.own.open", () -> askOpen(page)), whoSees("initiative.own.open-who-sees"));
            case OPEN -> handIn(page, "initiative.own.submit", () -> askSubmit(page));
            case RETURNED -> handIn(page, "initiative.own.answer", () -> askAnswer(page));
            case REFUSED -> {
                // what can be done stands beside the reasons
            }
            default -> {
                if (!readerHasToAct) {
                    add(new Paragraph(getTranslation("initiative.own.nothing-to-do")));
                }
            }
        }
        Div more = new Div();
        more.addClassName("bb-cluster");
        if (page.stage().allowsPlanChange()) {
            more.add(InitiativeNavigation.link(
                    InitiativeNavigation.change(page.id()), getTranslation("initiative.own.change")));
        }
        if (page.stage().allows(Stage.WITHDRAWN)) {
            more.add(confirmed(page, "initiative.own.withdraw", () -> initiatives.withdraw(page.id(), page.version())));
        }
        if (page.stage().isGranted()) {
            more.add(askTeam(page));
        } else if (page.stage().allows(Stage.SOLVED_WITHOUT_US)) {
            more.add(solved(page, "initiative.own.solved"));
        }
        if (page.isMineToAccountFor(today())) {
            more.add(accountFor(page));
        }
        add(more, offerList(page));
    }

    /** Others reckon with a granted plan: who began it does not end it alone, and asks the team. */
    private Component askTeam(InitiativePage page) {
        LocalDate askedOn = page.endAskedOn();
        if (askedOn != null) {
            return new Paragraph(getTranslation("initiative.own.end-asked", new PlanTexts(getLocale()).date(askedOn)));
        }
        return new Button(
                getTranslation("initiative.own.ask-end"),
                click -> ask(
                                page,
                                getTranslation("initiative.own.ask-end"),
                                getTranslation("initiative.own.ask-end-means"),
                                getTranslation("initiative.end.public"),
                                getTranslation("initiative.own.ask-end"),
                                () -> initiatives.askToEnd(page.id(), page.version()))
                        .open());
    }

    /** The neighbourhood arranged it itself: the plan ends before its time. */
    private Button solved(InitiativePage page, String key) {
        return new Button(
                getTranslation(key),
                click -> ask(
                                page,
                                getTranslation(key),
                                getTranslation(
                                        page.stage().isDecided()
                                                ? "initiative.solved.what-happens"
                                                : "initiative.own.sure"),
                                readers(page),
                                getTranslation(key),
                                () -> initiatives.solveWithoutUs(page.id(), page.version()))
                        .grave()
                        .open());
    }

    private void askStop(InitiativePage page) {
        Select<StopReason> reason = new Select<>();
        reason.setLabel(getTranslation("initiative.stop.reason"));
        reason.setItems(StopReason.values());
        reason.setItemLabelGenerator(one -> getTranslation(one.key()));
        reason.setRequiredIndicatorVisible(true);
        reason.setWidthFull();
        ask(
                        page,
                        getTranslation("initiative.stop.title"),
                        getTranslation("initiative.stop.what-happens"),
                        readers(page),
                        getTranslation("initiative.stop.title"),
                        () -> {
                            StopReason chosen = reason.getValue();
                            if (chosen == null) {
                                throw new Refusal("initiative.error.ground");
                            }
                            initiatives.stop(page.id(), page.version(), chosen);
                        })
                .with(reason)
                .grave()
                .open();
    }

    private Button accountFor(InitiativePage page) {
        return new Button(
                getTranslation("initiative.account-for.title"),
                click -> ask(
                                page,
                                getTranslation("initiative.account-for.title"),
                                getTranslation("initiative.account-for.what-happens"),
                                readers(page),
                                getTranslation("initiative.account-for.title"),
                                () -> initiatives.accountFor(page.id(), page.version()))
                        .open());
    }

    private String readers(InitiativePage page) {
        return getTranslation(page.stage().isDecided() ? "initiative.end.public" : "initiative.own.end-who-sees");
    }

    private void handIn(InitiativePage page, String key, SerializableRunnable action) {
        if (page.enough()) {
            add(primary(key, action), whoSees("initiative.own.submit-who-sees"));
        } else {
            add(new Paragraph(getTranslation("initiative.own.not-yet")));
        }
    }

    private void askSubmit(InitiativePage page) {
        ask(
                        page,
                        getTranslation("initiative.own.submit"),
                        getTranslation("initiative.own.submit-what-happens"),
                        getTranslation("initiative.own.submit-who-sees"),
                        getTranslation("initiative.own.submit-sure"),
                        () -> initiatives.submit(page.id(), page.version()))
                .open();
    }

    private void askAnswer(InitiativePage page) {
        TextArea answer = new TextArea(getTranslation("initiative.own.answer-words"));
        answer.setHelperText(getTranslation("initiative.own.answer-help"));
        answer.setMaxLength(MOST_ANSWER);
        answer.setWidthFull();
        ask(
                        page,
                        getTranslation("initiative.own.answer"),
                        getTranslation("initiative.own.submit-what-happens"),
                        getTranslation("initiative.own.submit-who-sees"),
                        getTranslation("initiative.own.submit-sure"),
                        () -> initiatives.answer(page.id(), page.version(), answer.getValue()))
                .with(answer)
                .open();
    }

    private Button confirmed(InitiativePage page, String key, SerializableRunnable action) {
        return new Button(
                getTranslation(key),
                click -> ask(
                                page,
                                getTranslation(key),
                                getTranslation("initiative.own.sure"),
                                getTranslation("initiative.own.end-who-sees"),
                                getTranslation(key),
                                action)
                        .grave()
                        .open());
    }

    private void askOpen(InitiativePage page) {
        DatePicker cutOff = new DayField(getTranslation("initiative.own.cut-off"));
        cutOff.setValue(page.proposedCutOff(today()));
        cutOff.setHelperText(getTranslation(
                "initiative.own.cut-off-help",
                new PlanTexts(getLocale()).date(page.plan().intendedStart())));
        ask(
                        page,
                        getTranslation("initiative.own.open"),
                        getTranslation("initiative.own.open-explain"),
                        getTranslation("initiative.own.open-who-sees"),
                        getTranslation("initiative.own.open"),
                        () -> {
                            LocalDate day = cutOff.getValue();
                            if (day == null) {
                                throw new Refusal("initiative.error.date");
                            }
                            initiatives.open(page.id(), page.version(), day);
                        })
                .with(cutOff)
                .open();
    }

    private Component offerList(InitiativePage page) {
        List<OfferSummary> all = offers.list(page.id());
        if (all.isEmpty()) {
            return new Paragraph(getTranslation("initiative.own.no-offers"));
        }
        UnorderedList list = new UnorderedList();
        all.forEach(offer -> list.add(new ListItem(OfferDialog.text(offer, getLocale()))));
        return new Div(new H2(getTranslation("initiative.own.offers")), list);
    }

    /** Does it and shows what came of it, once the reader is sure. */
    private ConfirmDialog ask(
            InitiativePage page,
            String title,
            String question,
            String whoSeesThis,
            String actionText,
            SerializableRunnable action) {
        return new ConfirmDialog(title, question, whoSeesThis, actionText, () -> {
            action.run();
            showDone(page.id());
        });
    }

    private WhoSeesThis whoSees(String key) {
        return new WhoSeesThis(getTranslation(key));
    }

    private Button primary(String key, SerializableRunnable action) {
        Button button = new Button(getTranslation(key), click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
