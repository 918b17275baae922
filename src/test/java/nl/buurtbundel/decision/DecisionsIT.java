package nl.buurtbundel.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import nl.buurtbundel.PackagedWar;
import nl.buurtbundel.access.CurrentUser;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.access.User;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.assessment.Advice;
import nl.buurtbundel.assessment.Answer;
import nl.buurtbundel.assessment.ArticleReference;
import nl.buurtbundel.assessment.AssessmentView;
import nl.buurtbundel.assessment.Assessments;
import nl.buurtbundel.assessment.ObjectionKind;
import nl.buurtbundel.assessment.ObjectionOutcome;
import nl.buurtbundel.assessment.ObjectionView;
import nl.buurtbundel.assessment.Question;
import nl.buurtbundel.assessment.RefusalGround;
import nl.buurtbundel.budget.AppropriationLine;
import nl.buurtbundel.budget.Appropriations;
import nl.buurtbundel.budget.MoneyWay;
import nl.buurtbundel.budget.PooledBudgets;
import nl.buurtbundel.foundation.Conflict;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.initiative.Plan;
import nl.buurtbundel.initiative.PlanLine;
import nl.buurtbundel.initiative.Stage;
import nl.buurtbundel.initiative.WayBack;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Period;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class DecisionsIT {
    private static final MunicipalityCode MUNICIPALITY = new MunicipalityCode("GM9906");
    private static final NeighbourhoodCode HERE = new NeighbourhoodCode("BU99060101");
    private static final User INITIATOR = user(901, Role.RESIDENT);
    private static final User ASSESSOR = user(902, Role.TEAM_WORKER);
    private static final User PROPOSER = user(903, Role.TEAM_WORKER);
    private static final List<User> ALDERMEN = List.of(user(904, Role.ALDERMAN), user(905, Role.ALDERMAN));
    private static final List<User> BUDGET_HOLDERS =
            List.of(user(906, Role.BUDGET_HOLDER), user(907, Role.BUDGET_HOLDER));
    private static final User CONTROLLER = user(908, Role.CONTROLLER);
    private static final User ADMINISTRATOR = user(909, Role.ADMINISTRATOR);
    private static final Money ASKED = Money.ofEuros(13_000);

    @Inject
    private Initiatives initiatives;

    @Inject
    private Assessments assessments;

    @Inject
    private Decisions decisions;

    @Inject
    private Mandates mandates;

    @Inject
    private PooledBudgets budgets;

    @Inject
    private Appropriations appropriations;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Clock clock;

    @Deployment
    static WebArchive packagedWar() {
        return PackagedWar.with(PackagedWar.class);
    }

    @BeforeEach
    void there_is_money_and_a_mandate() {
        FiscalYear year = FiscalYear.of(LocalDate.now(clock));
        for (FiscalYear each : List.of(year, year.next())) {
            as(CONTROLLER, () -> {
                appropriations.load(
                        MUNICIPALITY,
                        each,
                        "decisions-it",
                        List.of(new AppropriationLine("6.1", Money.ofEuros(500_000), true)));
                return true;
            });
        }
        if (as(ADMINISTRATOR, mandates::list).isEmpty()) {
            as(
                    ADMINISTRATOR,
                    () -> mandates.add(new MandateRule(
                            Decider.ALDERMAN,
                            Money.ofEuros(50_000),
                            false,
                            Set.of(),
                            2,
                            null,
                            0,
                            Period.from(LocalDate.now(clock)))));
        }
    }

    @Test
    void two_aldermen_and_two_budget_holders_at_once_decide_and_sign_exactly_once() throws Exception {
        InitiativeId plan = advised();
        DecisionId id = propose(plan);
        assertEquals(DecisionState.PROPOSED, read(id).state());
        assertEquals(ASKED, way(plan).reserved());

        int version = read(id).version();
        assertEquals(1, successes(ALDERMEN, () -> {
            decisions.decide(id, version, false, null);
        }));
        int decided = read(id).version();
        assertEquals(1, successes(BUDGET_HOLDERS, () -> {
            decisions.signSecond(id, decided);
        }));

        DecisionPage page = read(id);
        assertEquals(DecisionState.FINAL, page.state());
        assertEquals(2, page.signatures().size());
        assertEquals(
                ASKED,
                Money.sum(page.cover().stream().map(c -> c.line().amount()).toList()));
        assertEquals(ASKED, way(plan).granted());
        assertEquals(Money.ZERO, way(plan).reserved());
        assertEquals(
                Stage.GRANTED, as(ASSESSOR, () -> initiatives.readDossier(plan)).stage());
        assertTrue(as(CONTROLLER, decisions::listDecided).stream()
                .anyMatch(one -> one.id().equals(id)));
    }

    @Test
    void a_refusal_frees_the_money_and_names_its_ground() {
        InitiativeId plan = advised();
        DecisionId id = propose(plan);
        assertThrows(Refusal.class, () -> propose(plan));
        as(ALDERMEN.get(0), () -> {
            decisions.refuse(id, read(id).version(), RefusalGround.AGAINST_POLICY, "Past niet bij het plan", null);
            return true;
        });
        assertEquals(DecisionState.REFUSED, read(id).state());
        assertEquals(Money.ZERO, way(plan).reserved());
        assertEquals(
                Stage.REFUSED, as(ASSESSOR, () -> initiatives.readDossier(plan)).stage());
        assertEquals("against-policy", initiatives.readPublic(plan).ground());
    }

    @Test
    void who_assessed_or_proposed_does_not_decide_and_a_plan_that_ends_lets_its_money_go() {
        InitiativeId plan = advised();
        DecisionId id = propose(plan);
        User both = new User(
                ASSESSOR.id(), "both", MUNICIPALITY, Set.of(Role.TEAM_WORKER, Role.ALDERMAN), Set.of(HERE), null);
        int version = read(id).version();
        Refusal refused = assertThrows(
                Refusal.class,
                () -> as(both, () -> {
                    decisions.decide(id, version, false, null);
                    return true;
                }));
        assertEquals("decision.error.own-assessment", refused.code());
        as(INITIATOR, () -> initiatives.withdraw(plan, initiatives.read(plan).version()));
        assertEquals(DecisionState.VOIDED, read(id).state());
        assertEquals(Money.ZERO, way(plan).reserved());
    }

    private int successes(List<User> users, Runnable deed) throws InterruptedException {
        // threads of our own: those of the container share the test's entity manager and close it under its hands
        ExecutorService executor = Executors.newFixedThreadPool(users.size());
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Boolean>> results = new ArrayList<>();
        for (User user : users) {
            results.add(executor.submit(() -> {
                start.await();
                return as(user, () -> {
                    deed.run();
                    return true;
                });
            }));
        }
        start.countDown();
        executor.shutdown();
        int successes = 0;
        for (Future<Boolean> result : results) {
            try {
                successes += result.get(60, TimeUnit.SECONDS) ? 1 : 0;
            } catch (ExecutionException other) {
                assertTrue(
                        other.getCause() instanceof Conflict,
                        () -> "the other is told that it changed, not " + other.getCause());
            } catch (TimeoutException late) {
                throw new AssertionError(late);
            }
        }
        return successes;
    }

    private DecisionId propose(InitiativeId plan) {
        return as(PROPOSER, () -> {
            Preparation prepared = decisions.prepare(plan);
            assertEquals(Decider.ALDERMAN, prepared.mandate().decider());
            return decisions.propose(
                    plan, initiatives.readDossier(plan).version(), prepared.amounts(), "Elk kwartaal een verslag");
        });
    }

    /** A plan that went through the whole assessment, a “not allowed” with its answer included. */
    private InitiativeId advised() {
        LocalDate today = LocalDate.now(clock);
        InitiativeId plan = as(
                INITIATOR,
                () -> initiatives.propose(
                        HERE,
                        new Plan(
                                "Samen koken",
                                "Elke week eten met de buurt",
                                "meals",
                                "Een maaltijd",
                                "Buren",
                                List.of(new PlanLine("Boodschappen", Money.ofEuros(12_000))),
                                Money.ofEuros(1_000),
                                20,
                                0,
                                Money.ZERO,
                                today.plusMonths(2),
                                new WayBack(10, "Het wijkteam", true),
                                0,
                                14),
                        null));
        as(INITIATOR, () -> initiatives.open(plan, initiatives.read(plan).version(), today.plusDays(30)));
        as(INITIATOR, () -> initiatives.submit(plan, initiatives.read(plan).version()));
        as(ASSESSOR, () -> assessments.open(plan, initiatives.readDossier(plan).version()));
        as(CONTROLLER, () -> assessments.object(plan, ObjectionKind.LAW, "Koken voor anderen mag niet", null));
        for (Question question : Question.values()) {
            ArticleReference article = question.isLast() ? new ArticleReference("BWBR0035362:2.2.3") : null;
            as(ASSESSOR, () -> {
                AssessmentView seen = assessments.findByInitiative(plan).orElseThrow();
                assessments.answer(seen.id(), seen.version(), new Answer(question, true, "Ja, want", article));
                return true;
            });
        }
        as(ASSESSOR, () -> {
            AssessmentView seen = assessments.findByInitiative(plan).orElseThrow();
            assertThrows(
                    Refusal.class, () -> assessments.advise(seen.id(), seen.version(), Advice.positive("Goed plan")));
            ObjectionView objection = seen.objections().get(0);
            assessments.answerObjection(
                    objection.id(),
                    objection.version(),
                    ObjectionOutcome.ALLOWED,
                    new ArticleReference("Warenwetbesluit, artikel 2"),
                    "Voor buren koken mag, met schone handen");
            assessments.advise(seen.id(), seen.version(), Advice.positive("Goed plan"));
            return true;
        });
        assertTrue(as(ASSESSOR, assessments::listQueue).stream()
                .anyMatch(item -> item.initiative().id().equals(plan)));
        return plan;
    }

    private DecisionPage read(DecisionId id) {
        return as(CONTROLLER, () -> decisions.read(id));
    }

    private MoneyWay way(InitiativeId plan) {
        return as(CONTROLLER, () -> budgets.readMoneyWay(plan.reference()));
    }

    private <T> T as(User user, Supplier<T> work) {
        try {
            return currentUser.runAs(user, work);
        } catch (RuntimeException thrown) {
            throw Refusal.unwrapped(thrown);
        }
    }

    private static User user(long id, Role role) {
        return new User(new UserId(id), role.name(), MUNICIPALITY, Set.of(role), Set.of(HERE), null);
    }
}
