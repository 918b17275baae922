package nl.buurtbundel.assessment.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.assessment.Advice;
import nl.buurtbundel.assessment.Answer;
import nl.buurtbundel.assessment.AssessmentState;
import nl.buurtbundel.assessment.AssessmentView;
import nl.buurtbundel.assessment.Assessments;
import nl.buurtbundel.assessment.CapacityShort;
import nl.buurtbundel.assessment.Corner;
import nl.buurtbundel.assessment.Gate;
import nl.buurtbundel.assessment.Interests;
import nl.buurtbundel.assessment.LawArticles;
import nl.buurtbundel.assessment.ObjectionAnswer;
import nl.buurtbundel.assessment.ObjectionState;
import nl.buurtbundel.assessment.ObjectionView;
import nl.buurtbundel.assessment.Question;
import nl.buurtbundel.assessment.ReverseTest;
import nl.buurtbundel.assessment.ValueTriangle;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.DefinitionTable;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.foundation.ui.Timeline;
import nl.buurtbundel.foundation.ui.WhoSeesThis;
import nl.buurtbundel.initiative.InitiativeDossier;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.InitiativePage;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.initiative.Stage;
import nl.buurtbundel.initiative.ui.InitiativeNavigation;
import nl.buurtbundel.initiative.ui.PlanTexts;
import nl.buurtbundel.neighbourhood.Neighbourhoods;

/** One plan under assessment: the reverse test step by step, what stands in the way, and the advice. */
@CdiComponent
@Route(AssessmentNavigation.ASSESS)
class AssessView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Assessments assessments;
    private final transient Initiatives initiatives;
    private final transient Interests interests;
    private final transient Neighbourhoods neighbourhoods;
    private final transient Access access;
    private final transient Event<PlanJudged> planJudged;
    private final transient Event<AdviceShown> adviceShown;
    private final transient Clock clock;
    private String title = "";
    /** Who has just begun goes on here. */
    private H2 testHeading = new H2();

    @Inject
    AssessView(
            Assessments assessments,
            Initiatives initiatives,
            Interests interests,
            Neighbourhoods neighbourhoods,
            Access access,
            Event<PlanJudged> planJudged,
            Event<AdviceShown> adviceShown,
            Clock clock) {
        this.planJudged = planJudged;
        this.adviceShown = adviceShown;
        this.assessments = assessments;
        this.initiatives = initiatives;
        this.interests = interests;
        this.neighbourhoods = neighbourhoods;
        this.access = access;
        this.clock = clock;
        addClassNames("bb-page", "bb-stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(event.getRouteParameters()
                .getLong(AssessmentNavigation.ID)
                .map(InitiativeId::new)
                .orElseThrow(NotFound::new));
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void show(InitiativeId id) {
        InitiativeDossier plan = initiatives.readDossier(id);
        AssessmentView assessment = assessments
                .findByInitiative(id)
                .filter(found -> found.planVersion() == plan.planVersion())
                .orElse(null);
        boolean interested = interests.listMine().contains(id);
        boolean assesses = !interested && access.may(Operation.ASSESS, plan.neighbourhood());
        title = getTranslation("assessment.assess.title", plan.title());
        removeAll();
        add(new H1(title), new Paragraph(plan.summary()), facts(plan));
        planJudged.fire(new PlanJudged(plan, this::add));
        whatIsPlanned(initiatives.read(id));
        boolean canBegin = plan.stage() == Stage.SUBMITTED
                || plan.stage() == Stage.IN_ASSESSMENT
                        && (assessment == null || assessment.state() == AssessmentState.RETURNED);
        if (assesses && canBegin) {
            add(primary("assessment.assess.begin", () -> {
                assessments.open(id, plan.version());
                show(id);
                testHeading.getElement().callJsFunction("focus");
            }));
        }
        if (assessment != null) {
            showAssessment(plan, assessment, assesses);
        }
        objections(plan, assessments.listObjections(id), assesses);
        tooBusy(assessments.listTooBusy(id));
        add(new InterestPart(interests, id, interested, () -> show(id)));
    }

    private void showAssessment(InitiativeDossier plan, AssessmentView assessment, boolean assesses) {
        boolean open = assesses && assessment.state() == AssessmentState.OPEN;
        test(plan, assessment, open);
        triangle(assessment.corners(plan.enoughPledged()));
        gates(plan, assessment, assesses && assessment.state() != AssessmentState.RETURNED);
        advice(plan, assessment, open, assesses);
    }

    private DefinitionTable facts(InitiativeDossier plan) {
        AssessmentTexts texts = texts();
        return new DefinitionTable()
                .row(
                        getTranslation("assessment.facts.neighbourhood"),
                        neighbourhoods.read(plan.neighbourhood()).name())
                .row(getTranslation("assessment.facts.step"), texts.name("initiative.stage.", plan.stage()))
                .row(
                        getTranslation("assessment.facts.start-up"),
                        texts.formats().euros(plan.startUp()))
                .row(getTranslation("assessment.facts.yearly"), texts.formats().euros(plan.yearlyCost()))
                .row(getTranslation("assessment.facts.start"), texts.formats().date(plan.intendedStart()))
                .row(
                        getTranslation("assessment.facts.enough"),
                        getTranslation(
                                plan.enoughPledged() ? "assessment.facts.enough-yes" : "assessment.facts.enough-no"));
    }

    /** What is judged: without the promises, the costs and the answers there is nothing to judge. */
    private void whatIsPlanned(InitiativePage page) {
        PlanTexts texts = new PlanTexts(getLocale());
        add(
                new H2(getTranslation("assessment.plan.title")),
                new Anchor(InitiativeNavigation.plan(page.id()), getTranslation("assessment.plan.open")),
                texts.promises(page),
                texts.costs(page.plan()));
        if (!page.questions().isEmpty()) {
            add(new H2(getTranslation("initiative.questions.title")), texts.questions(page.questions()));
        }
    }

    // ---- the reverse test

    private Button answerButton(Question question, SerializableRunnable action) {
        Button button =
                new Button(getTranslation("assessment.test.answer", question.ordinal() + 1), click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }

    private void test(InitiativeDossier plan, AssessmentView assessment, boolean open) {
        testHeading = new H2(getTranslation("assessment.test.title"));
        testHeading.getElement().setAttribute("tabindex", "-1");
        add(testHeading);
        boolean underWay = assessment.state() != AssessmentState.ADVISED;
        if (underWay) {
            add(new Paragraph(getTranslation("assessment.test.how")));
        }
        assessment
                .test()
                .whyBack()
                .filter(answer -> underWay)
                .ifPresent(answer -> add(Notice.warning(getTranslation(
                        "assessment.test.back",
                        answer.reasoning(),
                        answer.findArticle()
                                .map(named -> LawArticles.name(named, getLocale()))
                                .orElse("")))));
        add(steps(assessment));
        assessment
                .test()
                .counting()
                .find(Question.CONSEQUENCES)
                .flatMap(Answer::findConsequences)
                .ifPresent(found -> add(texts().consequences(found)));
        if (open) {
            assessment
                    .test()
                    .next()
                    .ifPresent(question -> add(answerButton(
                            question,
                            () -> AssessmentDialogs.answer(
                                            question,
                                            assessment
                                                    .test()
                                                    .lastAnswer(question)
                                                    .orElse(null),
                                            answer -> {
                                                assessments.answer(assessment.id(), assessment.version(), answer);
                                                show(plan.id());
                                            })
                                    .open())));
        }
    }

    private Timeline steps(AssessmentView assessment) {
        AssessmentTexts texts = texts();
        Timeline timeline = new Timeline();
        boolean advised = assessment.state() == AssessmentState.ADVISED;
        ReverseTest.Round round =
                advised ? assessment.test().counting() : assessment.test().current();
        for (Question question : Question.values()) {
            String name = texts.name("assessment.question.", question);
            String number = getTranslation("assessment.test.number", question.ordinal() + 1);
            Answer answer = round.find(question).orElse(null);
            if (answer != null) {
                String verdict = getTranslation(answer.holds() ? "assessment.test.yes" : "assessment.test.no");
                String article = answer.findArticle()
                        .map(named -> " (" + LawArticles.name(named, getLocale()) + ")")
                        .orElse("");
                timeline.step(Timeline.State.DONE, number, name, verdict + " " + answer.reasoning() + article);
            } else {
                boolean now = !advised
                        && assessment.test().next().filter(question::equals).isPresent();
                timeline.step(now ? Timeline.State.CURRENT : Timeline.State.COMING, number, name);
            }
        }
        return timeline;
    }

    /** First on which corners the plan does not hold yet, then what it lacks there. */
    private void triangle(List<Corner> corners) {
        AssessmentTexts texts = texts();
        String lacking = corners.stream()
                .filter(corner -> corner.side() != ValueTriangle.Side.HOLDS)
                .map(corner -> texts.name("assessment.corner.", corner.value()))
                .collect(Collectors.joining(", "));
        DataTable table = new DataTable(
                getTranslation("assessment.triangle.table"),
                DataTable.Column.text(getTranslation("assessment.triangle.corner")),
                DataTable.Column.text(getTranslation("assessment.triangle.holds")),
                DataTable.Column.text(getTranslation("assessment.triangle.lacks")));
        for (Corner corner : corners) {
            table.rowOf(
                    new Span(texts.name("assessment.triangle.", corner.value())),
                    new Span(texts.name("assessment.side.", corner.side())),
                    new Span(corner.lacks().stream().map(texts::lack).collect(Collectors.joining(" "))));
        }
        add(
                new H2(getTranslation("assessment.triangle.title")),
                lacking.isEmpty()
                        ? Notice.success(getTranslation("assessment.triangle.all"))
                        : Notice.info(getTranslation("assessment.triangle.not-yet", lacking)),
                new Paragraph(getTranslation("assessment.triangle.how")),
                table);
    }

    // ---- legal gates

    private void gates(InitiativeDossier plan, AssessmentView assessment, boolean canCheck) {
        add(new H2(getTranslation("assessment.gates.title")));
        if (assessment.gates().isEmpty()) {
            add(new Paragraph(getTranslation("assessment.gates.none")));
            return;
        }
        AssessmentTexts texts = texts();
        DataTable table = new DataTable(
                getTranslation("assessment.gates.table"),
                DataTable.Column.text(getTranslation("assessment.gates.what")),
                DataTable.Column.text(getTranslation("assessment.gates.article")),
                DataTable.Column.text(getTranslation("assessment.gates.who")),
                DataTable.Column.text(getTranslation("assessment.gates.result")),
                DataTable.Column.text(getTranslation("assessment.gates.action")));
        for (Gate gate : assessment.gates()) {
            String words = gate.text().plainWords().in(getLocale());
            table.rowOf(
                    new Span(words),
                    texts.articles(gate.text().article()),
                    new Span(gate.text().whoChecks().in(getLocale())),
                    new Span(result(gate, texts)),
                    canCheck ? check(plan, assessment, gate, words) : new Span());
        }
        add(table);
        add(new Anchor(AssessmentNavigation.mayWe(plan.id()), getTranslation("assessment.gates.sheet")));
    }

    private static String result(Gate gate, AssessmentTexts texts) {
        String state = texts.name("assessment.gate-state.", gate.state());
        var day = gate.checkedOn();
        String reason = gate.reason();
        if (day == null || reason == null) {
            return state;
        }
        String checker = gate.checker();
        String by = checker == null ? "" : ", " + checker;
        return state + ", " + texts.formats().shortDate(day) + by + ": " + reason;
    }

    private Button check(InitiativeDossier plan, AssessmentView assessment, Gate gate, String words) {
        Button button = new Button(
                getTranslation("assessment.gates.check"),
                click -> AssessmentDialogs.gate(gate, result -> {
                            assessments.checkGate(assessment.id(), assessment.version(), gate.place(), result);
                            show(plan.id());
                        })
                        .open());
        button.setAriaLabel(getTranslation("assessment.gates.check-this", words));
        return button;
    }

    // ---- “not allowed”

    private void objections(InitiativeDossier plan, List<ObjectionView> objections, boolean assesses) {
        Anchor mayThis = new Anchor(AssessmentNavigation.mayThis(), getTranslation("assessment.objections.may-this"));
        mayThis.setRouterIgnore(true);
        mayThis.setTarget(AnchorTarget.BLANK);
        add(new H2(getTranslation("assessment.objections.title")), mayThis);
        if (objections.isEmpty()) {
            add(new Paragraph(getTranslation("assessment.objections.none")));
        }
        for (ObjectionView objection : objections) {
            add(objection(plan, objection, assesses));
        }
        boolean decided = plan.stage().isDecided() || plan.stage().isEnded();
        if (access.may(Operation.OBJECT, plan.neighbourhood()) && !decided) {
            add(
                    new Button(
                            getTranslation("assessment.objections.raise"),
                            click -> new ObjectionDialog(
                                            texts(),
                                            ObjectionView.answerBy(today()),
                                            said -> {
                                                assessments.object(plan.id(), said);
                                                show(plan.id());
                                            },
                                            () -> {
                                                assessments.sayTooBusy(plan.id());
                                                show(plan.id());
                                            })
                                    .open()),
                    new WhoSeesThis(getTranslation("assessment.objections.who-sees")));
        }
    }

    private Component objection(InitiativeDossier plan, ObjectionView objection, boolean assesses) {
        AssessmentTexts texts = texts();
        DefinitionTable facts = new DefinitionTable()
                .row(getTranslation("assessment.objection.in-short"), texts.name("assessment.kind.", objection.kind()))
                .row(getTranslation("assessment.objection.said"), objection.words())
                .row(getTranslation("assessment.objection.office"), texts.office(objection.office()));
        var article = objection.article();
        facts.row(
                getTranslation("assessment.objection.article"),
                article == null ? new Span(getTranslation("assessment.objection.no-article")) : texts.article(article));
        String reply = objection.reply();
        facts.row(
                        getTranslation("assessment.asked-back.asked"),
                        objection.kind().questionsBack().stream()
                                .map(key -> getTranslation(key))
                                .collect(Collectors.joining(" ")))
                .row(
                        getTranslation("assessment.asked-back.replied"),
                        reply == null ? getTranslation("assessment.asked-back.no-reply") : reply)
                .row(getTranslation("assessment.objection.standing"), texts.standing(objection));
        for (ObjectionAnswer earlier : objection.earlier()) {
            facts.row(
                    getTranslation(
                            "assessment.objection.earlier", texts.formats().date(earlier.on())),
                    texts.name("assessment.outcome.", earlier.outcome()) + ": " + earlier.words());
        }
        String answered = objection.answerWords();
        if (answered != null) {
            facts.row(getTranslation("assessment.objection.answer"), answered);
        }
        Div part = new Div(facts);
        part.addClassName("bb-stack");
        if (objection.state() != ObjectionState.ANSWERED) {
            if (assesses) {
                part.add(new Button(
                        getTranslation("assessment.objection.give-answer"),
                        click -> AssessmentDialogs.answerObjection(objection, (outcome, read, words) -> {
                                    assessments.answerObjection(
                                            objection.id(), objection.version(), outcome, read, words);
                                    show(plan.id());
                                })
                                .open()));
            }
            if (article == null && access.may(Operation.OBJECT, plan.neighbourhood())) {
                part.add(new Button(
                        getTranslation("assessment.objection.name-article"),
                        click -> AssessmentDialogs.article(named -> {
                                    assessments.nameArticle(objection.id(), objection.version(), named);
                                    show(plan.id());
                                })
                                .open()));
            }
        }
        return part;
    }

    /** Beside what is said of the plan and not among it: it stands in the way of nothing. */
    private void tooBusy(List<CapacityShort> said) {
        if (said.isEmpty()) {
            return;
        }
        AssessmentTexts texts = texts();
        add(Notice.info(getTranslation(
                "assessment.too-busy.said",
                said.stream()
                        .map(one -> getTranslation(
                                "assessment.too-busy.by",
                                texts.office(one.office()),
                                texts.formats().date(one.on())))
                        .collect(Collectors.joining(", ")))));
    }

    // ---- advice

    private void advice(InitiativeDossier plan, AssessmentView assessment, boolean open, boolean assesses) {
        add(new H2(getTranslation("assessment.advice.title")));
        Advice advice = assessment.advice();
        if (advice != null) {
            DefinitionTable facts = AdviceTold.facts(advice, texts());
            add(facts);
            AdviceShown shown = new AdviceShown(plan);
            adviceShown.fire(shown);
            shown.findWaiting().ifPresent(this::add);
            shown.findCameBack().ifPresent(this::add);
            if (assesses && plan.stage() == Stage.ADVISED && shown.findWaiting().isEmpty()) {
                add(primary(
                        "assessment.advice.propose",
                        () -> UI.getCurrent().navigate(AssessmentNavigation.propose(plan.id()))));
            }
            return;
        }
        if (!open) {
            add(new Paragraph(getTranslation("assessment.advice.none")));
            return;
        }
        Button give = new Button(
                getTranslation("assessment.advice.give"),
                click -> AssessmentDialogs.advice(given -> {
                            assessments.advise(assessment.id(), assessment.version(), given);
                            show(plan.id());
                        })
                        .open());
        if (assessment.test().isComplete()) {
            give.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        }
        give.setEnabled(assessment.test().isWalkedOnce());
        if (!assessment.test().isWalkedOnce()) {
            add(new Paragraph(getTranslation("assessment.advice.first-the-test")));
        }
        add(
                give,
                new WhoSeesThis(getTranslation("assessment.advice.who-sees")),
                new Button(
                        getTranslation("assessment.return.title"),
                        click -> AssessmentDialogs.returnWithQuestions(questions -> {
                                    assessments.returnWithQuestions(assessment.id(), assessment.version(), questions);
                                    show(plan.id());
                                })
                                .open()),
                new WhoSeesThis(getTranslation("assessment.return.who-sees")));
    }

    // ----

    private Button primary(String key, SerializableRunnable action) {
        Button button = new Button(getTranslation(key), click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private AssessmentTexts texts() {
        return new AssessmentTexts(getLocale());
    }
}
