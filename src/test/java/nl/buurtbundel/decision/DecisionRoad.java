package nl.buurtbundel.decision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.buurtbundel.access.CurrentUser;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.access.User;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.assessment.Advice;
import nl.buurtbundel.assessment.Answer;
import nl.buurtbundel.assessment.ArticleReference;
import nl.buurtbundel.assessment.AssessmentView;
import nl.buurtbundel.assessment.Assessments;
import nl.buurtbundel.assessment.Consequence;
import nl.buurtbundel.assessment.Consequences;
import nl.buurtbundel.assessment.NewObjection;
import nl.buurtbundel.assessment.ObjectionKind;
import nl.buurtbundel.assessment.ObjectionOutcome;
import nl.buurtbundel.assessment.ObjectionView;
import nl.buurtbundel.assessment.Question;
import nl.buurtbundel.budget.AppropriationLine;
import nl.buurtbundel.budget.Appropriations;
import nl.buurtbundel.budget.LeftOver;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.initiative.Plan;
import nl.buurtbundel.initiative.PlanLine;
import nl.buurtbundel.initiative.Pledges;
import nl.buurtbundel.initiative.WayBack;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Period;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;

/** In the server: walks a plan to its decision, each step by the service and the person that it belongs to. */
@ApplicationScoped
public class DecisionRoad {
    public static final MunicipalityCode MUNICIPALITY = new MunicipalityCode("GM9906");
    public static final Money ASKED = Money.ofEuros(13_000);
    /** What people type on this road. */
    public static final List<String> WORDS = List.of(
            "Samen koken",
            "Elke week eten met de buurt",
            "Koken voor anderen mag niet",
            "Voor buren koken mag, met schone handen",
            "Ja, want",
            "Goed plan",
            "Elk kwartaal een verslag");

    public static final NeighbourhoodCode HERE = new NeighbourhoodCode("BU99060101");
    public static final User INITIATOR = user(901, Role.RESIDENT);
    public static final User ASSESSOR = user(902, Role.TEAM_WORKER);
    public static final User PROPOSER = user(903, Role.TEAM_WORKER);
    public static final List<User> ALDERMEN = List.of(user(904, Role.ALDERMAN), user(905, Role.ALDERMAN));
    public static final List<User> BUDGET_HOLDERS =
            List.of(user(906, Role.BUDGET_HOLDER), user(907, Role.BUDGET_HOLDER));
    public static final User CONTROLLER = user(908, Role.CONTROLLER);
    static final User ADMINISTRATOR = user(909, Role.ADMINISTRATOR);
    private static final long FIRST_NEIGHBOUR = 1_000_000;

    private static final Consequences CONSEQUENCES = new Consequences(Stream.of(Consequence.Affected.values())
            .flatMap(affected -> Stream.of(Consequence.Term.values())
                    .map(term -> new Consequence(affected, term, Consequence.Effect.BETTER)))
            .toList());

    /** Enough for some thousands of plans. */
    private static final Money APPROPRIATED = Money.ofEuros(50_000_000);

    @Inject
    private Initiatives initiatives;

    @Inject
    private Pledges pledges;

    @Inject
    private Assessments assessments;

    @Inject
    private Decisions decisions;

    @Inject
    private Mandates mandates;

    @Inject
    private Appropriations appropriations;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Clock clock;

    /** Money to grant and a mandate to grant it by; asked again it changes nothing. */
    public void prepare() {
        FiscalYear year = FiscalYear.of(LocalDate.now(clock));
        for (FiscalYear each : List.of(year, year.next())) {
            as(ADMINISTRATOR, () -> {
                appropriations.load(
                        MUNICIPALITY, each, "decisions", List.of(new AppropriationLine("6.1", APPROPRIATED, true)));
                return true;
            });
        }
        LocalDate today = LocalDate.now(clock);
        // another server may have stood at another day
        boolean given = as(ADMINISTRATOR, mandates::list).stream()
                .map(line -> line.rule())
                .anyMatch(rule ->
                        rule.office() == Decider.ALDERMAN && rule.validity().contains(today));
        if (!given) {
            as(
                    ADMINISTRATOR,
                    () -> mandates.add(new MandateRule(
                            Decider.ALDERMAN, Money.ofEuros(50_000), false, Set.of(), 2, null, 0, Period.from(today))));
        }
    }

    /** A plan that went through the whole assessment, but for a “not allowed” that nobody has answered yet. */
    InitiativeId assessed() {
        return assessed(LocalDate.now(clock));
    }

    InitiativeId assessed(LocalDate start) {
        LocalDate today = LocalDate.now(clock);
        InitiativeId plan = as(INITIATOR, () -> initiatives.propose(HERE, plan(start, "Buren"), null));
        as(INITIATOR, () -> initiatives.open(plan, initiatives.read(plan).version(), today.plusDays(30)));
        as(neighbourOf(plan), () -> pledges.join(plan, initiatives.read(plan).planVersion(), 1));
        as(INITIATOR, () -> initiatives.submit(plan, initiatives.read(plan).version()));
        as(ASSESSOR, () -> assessments.open(plan, initiatives.readDossier(plan).version()));
        as(
                CONTROLLER,
                () -> assessments.object(
                        plan, new NewObjection(ObjectionKind.LAW, "Koken voor anderen mag niet", null, null)));
        test(plan);
        return plan;
    }

    private static Plan plan(LocalDate start, String forWhom) {
        return new Plan(
                "Samen koken",
                "Elke week eten met de buurt",
                "meals",
                "Een maaltijd",
                forWhom,
                List.of(new PlanLine("Boodschappen", Money.ofEuros(12_000))),
                Money.ofEuros(1_000),
                20,
                1,
                Money.ZERO,
                start,
                new WayBack(10, "Het wijkteam", true),
                0,
                14);
    }

    /** The plan comes back with questions, the residents promise something else, say yes to that and hand it in again. */
    void changed(InitiativeId plan) {
        LocalDate start = LocalDate.now(clock);
        as(ASSESSOR, () -> {
            AssessmentView seen = assessments.findByInitiative(plan).orElseThrow();
            assessments.returnWithQuestions(seen.id(), seen.version(), "Wilt u zich inschrijven?");
            return true;
        });
        as(
                INITIATOR,
                () -> initiatives.changePlan(
                        plan, initiatives.read(plan).version(), plan(start, "Buren, door een ingeschreven kok")));
        as(neighbourOf(plan), () -> {
            var mine = pledges.findMine(plan).orElseThrow();
            pledges.confirm(mine.id(), mine.version(), initiatives.read(plan).planVersion());
            return true;
        });
        as(INITIATOR, () -> initiatives.answer(plan, initiatives.read(plan).version(), ""));
        as(ASSESSOR, () -> assessments.open(plan, initiatives.readDossier(plan).version()));
        test(plan);
    }

    private void test(InitiativeId plan) {
        for (Question question : Question.values()) {
            ArticleReference article = question.isLast() ? new ArticleReference("BWBR0035362:2.2.3") : null;
            as(ASSESSOR, () -> {
                AssessmentView seen = assessments.findByInitiative(plan).orElseThrow();
                Consequences consequences = question == Question.CONSEQUENCES ? CONSEQUENCES : null;
                assessments.answer(
                        seen.id(), seen.version(), new Answer(question, true, "Ja, want", article, consequences));
                return true;
            });
        }
    }

    void answerObjection(InitiativeId plan) {
        answerObjection(plan, ObjectionOutcome.ALLOWED);
    }

    void answerObjection(InitiativeId plan, ObjectionOutcome outcome) {
        as(ASSESSOR, () -> {
            ObjectionView objection = assessments
                    .findByInitiative(plan)
                    .orElseThrow()
                    .objections()
                    .get(0);
            assessments.answerObjection(
                    objection.id(),
                    objection.version(),
                    outcome,
                    new ArticleReference("Warenwetbesluit, artikel 2"),
                    "Voor buren koken mag, met schone handen");
            return true;
        });
    }

    void advise(InitiativeId plan) {
        as(ASSESSOR, () -> {
            AssessmentView seen = assessments.findByInitiative(plan).orElseThrow();
            assessments.advise(seen.id(), seen.version(), Advice.positive("Goed plan"));
            return true;
        });
    }

    DecisionId propose(InitiativeId plan) {
        return propose(plan, LeftOver.NEIGHBOURHOOD);
    }

    DecisionId propose(InitiativeId plan, LeftOver leftOver) {
        return as(
                PROPOSER,
                () -> decisions.propose(
                        plan,
                        initiatives.readDossier(plan).version(),
                        decisions.prepare(plan).amounts(),
                        "Elk kwartaal een verslag",
                        "",
                        leftOver));
    }

    /** A decision that waits for the alderman. */
    public DecisionId proposed() {
        return propose(advised());
    }

    /** A plan that only has to be proposed. */
    public InitiativeId advised() {
        InitiativeId plan = assessed();
        answerObjection(plan);
        advise(plan);
        return plan;
    }

    /** A plan for which all that was asked is granted. */
    public InitiativeId granted() {
        InitiativeId plan = advised();
        DecisionId id = propose(plan);
        decide(id);
        signSecond(id);
        return plan;
    }

    public void decide(DecisionId id) {
        as(ALDERMEN.get(0), () -> {
            decisions.decide(id, decisions.read(id).version(), false, null);
            return true;
        });
    }

    public void signSecond(DecisionId id) {
        as(BUDGET_HOLDERS.get(0), () -> {
            decisions.signSecond(id, decisions.read(id).version(), false);
            return true;
        });
    }

    public <T> T as(User user, Supplier<T> work) {
        try {
            return currentUser.runAs(user, work);
        } catch (RuntimeException thrown) {
            throw Refusal.unwrapped(thrown);
        }
    }

    /** Somebody takes part in one plan for a need, so each plan has its own neighbour. */
    private static User neighbourOf(InitiativeId plan) {
        return user(FIRST_NEIGHBOUR + plan.value(), Role.RESIDENT);
    }

    private static User user(long id, Role role) {
        return new User(new UserId(id), role.name(), MUNICIPALITY, Set.of(role), Set.of(HERE), null);
    }
}
