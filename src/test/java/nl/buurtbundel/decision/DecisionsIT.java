package nl.buurtbundel.decision;

import static nl.buurtbundel.decision.DecisionRoad.ALDERMEN;
import static nl.buurtbundel.decision.DecisionRoad.ASKED;
import static nl.buurtbundel.decision.DecisionRoad.ASSESSOR;
import static nl.buurtbundel.decision.DecisionRoad.BUDGET_HOLDERS;
import static nl.buurtbundel.decision.DecisionRoad.CONTROLLER;
import static nl.buurtbundel.decision.DecisionRoad.HERE;
import static nl.buurtbundel.decision.DecisionRoad.INITIATOR;
import static nl.buurtbundel.decision.DecisionRoad.MUNICIPALITY;
import static nl.buurtbundel.decision.DecisionRoad.PROPOSER;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
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
import nl.buurtbundel.Figures;
import nl.buurtbundel.PackagedWar;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.access.User;
import nl.buurtbundel.assessment.Assessments;
import nl.buurtbundel.assessment.RefusalGround;
import nl.buurtbundel.budget.MoneyWay;
import nl.buurtbundel.budget.PooledBudgets;
import nl.buurtbundel.foundation.Conflict;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.initiative.Stage;
import nl.buurtbundel.ledger.AccountKind;
import nl.buurtbundel.ledger.AccountSummary;
import nl.buurtbundel.ledger.Ledger;
import nl.buurtbundel.ledger.ProofReport;
import nl.buurtbundel.ledger.ProofRule;
import nl.buurtbundel.ledger.Proofs;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class DecisionsIT {
    /** How often two decide at once. */
    private static final int ROUNDS = Integer.getInteger("rounds", 20);

    private int toldThatItChanged;

    @Inject
    private DecisionRoad road;

    @Inject
    private Initiatives initiatives;

    @Inject
    private Assessments assessments;

    @Inject
    private Decisions decisions;

    @Inject
    private PooledBudgets budgets;

    @Inject
    private Ledger ledger;

    @Inject
    private Proofs proofs;

    @Deployment
    static WebArchive packagedWar() {
        return PackagedWar.with(PackagedWar.class, DecisionRoad.class, Figures.class);
    }

    @BeforeEach
    void there_is_money_and_a_mandate() {
        road.prepare();
    }

    @Test
    void two_aldermen_and_two_budget_holders_at_once_decide_and_sign_exactly_once() throws Exception {
        long start = System.nanoTime();
        for (int round = 1; round <= ROUNDS; round++) {
            two_at_once();
        }
        ProofReport proof = as(CONTROLLER, () -> proofs.prove(MUNICIPALITY));
        assertTrue(proof.holds(), proof::toString);
        assertEquals(Money.ZERO, proof.finding(ProofRule.POSTINGS_SUM_TO_ZERO).sum());
        Figures.of("races-" + System.getProperty("it.database", "h2"))
                .put("rounds, each one decision and one second signature", ROUNDS)
                .put("database", System.getProperty("it.database", "h2"))
                .put("deciders at once", ALDERMEN.size())
                .put("second signatures at once", BUDGET_HOLDERS.size())
                .put("told that it had changed", toldThatItChanged)
                .put(
                        "transfers in the book, postings sum to zero",
                        proof.finding(ProofRule.POSTINGS_SUM_TO_ZERO).examined())
                .putSeconds("seconds", System.nanoTime() - start)
                .write();
    }

    private void two_at_once() throws InterruptedException {
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

    @Test
    void a_granted_plan_that_ends_returns_what_was_not_paid_and_pays_no_more() {
        InitiativeId plan = advised();
        DecisionId id = propose(plan);
        road.decide(id);
        road.signSecond(id);
        FiscalYear year = read(id).amounts().get(0).year();
        assertEquals(ASKED, way(plan).granted());
        Money available = availableForInitiatives(year);
        Money paid = Money.ofEuros(100);
        as(BUDGET_HOLDERS.get(0), () -> budgets.pay(plan.reference() + ":1", plan.reference(), year, paid, "start"));

        as(INITIATOR, () -> initiatives.withdraw(plan, initiatives.read(plan).version()));

        assertEquals(paid, way(plan).granted());
        assertEquals(paid, way(plan).paid());
        assertEquals(Money.ZERO, way(plan).left());
        Money granted = read(id).amounts().get(0).amount();
        assertEquals(available.plus(granted).minus(paid), availableForInitiatives(year));
        assertThrows(
                Refusal.class,
                () -> as(
                        BUDGET_HOLDERS.get(0),
                        () -> budgets.pay(plan.reference() + ":2", plan.reference(), year, Money.ofEuros(1), "late")));
        ProofReport proof = as(CONTROLLER, () -> proofs.prove(MUNICIPALITY));
        assertTrue(proof.holds(), proof::toString);
    }

    private Money availableForInitiatives(FiscalYear year) {
        return Money.sum(ledger.listAccounts(MUNICIPALITY, year, AccountKind.APPROPRIATED).stream()
                .map(AccountSummary::available)
                .toList());
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
                toldThatItChanged++;
            } catch (TimeoutException late) {
                throw new AssertionError(late);
            }
        }
        return successes;
    }

    private DecisionId propose(InitiativeId plan) {
        Preparation prepared = as(PROPOSER, () -> decisions.prepare(plan));
        assertEquals(Decider.ALDERMAN, prepared.mandate().decider());
        return road.propose(plan);
    }

    /** A plan that went through the whole assessment, a “not allowed” with its answer included. */
    private InitiativeId advised() {
        InitiativeId plan = road.assessed();
        assertThrows(Refusal.class, () -> road.advise(plan));
        road.answerObjection(plan);
        road.advise(plan);
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
        return road.as(user, work);
    }
}
