package nl.buurtbundel.decision;

import static nl.buurtbundel.decision.DecisionRoad.ADMINISTRATOR;
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
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceUnit;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import nl.buurtbundel.Figures;
import nl.buurtbundel.PackagedWar;
import nl.buurtbundel.Queries;
import nl.buurtbundel.access.Deputies;
import nl.buurtbundel.access.DeputyId;
import nl.buurtbundel.access.NewUser;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.access.StandIn;
import nl.buurtbundel.access.User;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.access.Users;
import nl.buurtbundel.assessment.ArticleReference;
import nl.buurtbundel.assessment.Assessments;
import nl.buurtbundel.assessment.CapacityShort;
import nl.buurtbundel.assessment.HearsWhatIsSaid;
import nl.buurtbundel.assessment.Interests;
import nl.buurtbundel.assessment.NewObjection;
import nl.buurtbundel.assessment.ObjectionAnswer;
import nl.buurtbundel.assessment.ObjectionId;
import nl.buurtbundel.assessment.ObjectionKind;
import nl.buurtbundel.assessment.ObjectionOutcome;
import nl.buurtbundel.assessment.ObjectionView;
import nl.buurtbundel.assessment.QueueItem;
import nl.buurtbundel.assessment.RefusalGround;
import nl.buurtbundel.budget.AppropriationLine;
import nl.buurtbundel.budget.Appropriations;
import nl.buurtbundel.budget.ContributionId;
import nl.buurtbundel.budget.ContributionSummary;
import nl.buurtbundel.budget.Contributions;
import nl.buurtbundel.budget.ContributorKind;
import nl.buurtbundel.budget.CoverKind;
import nl.buurtbundel.budget.CoverLine;
import nl.buurtbundel.budget.GoingOn;
import nl.buurtbundel.budget.Help;
import nl.buurtbundel.budget.LeftOver;
import nl.buurtbundel.budget.MoneyWay;
import nl.buurtbundel.budget.MonthlyCover;
import nl.buurtbundel.budget.NewContribution;
import nl.buurtbundel.budget.PooledBudgets;
import nl.buurtbundel.budget.PreFinancings;
import nl.buurtbundel.foundation.Conflict;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.household.OwnFiles;
import nl.buurtbundel.initiative.InitiativeDossier;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.initiative.Stage;
import nl.buurtbundel.initiative.StopReason;
import nl.buurtbundel.ledger.AccountKey;
import nl.buurtbundel.ledger.AccountKind;
import nl.buurtbundel.ledger.AccountSummary;
import nl.buurtbundel.ledger.Ledger;
import nl.buurtbundel.ledger.ProofReport;
import nl.buurtbundel.ledger.ProofRule;
import nl.buurtbundel.ledger.Proofs;
import nl.buurtbundel.ledger.TransferSummary;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Period;
import nl.buurtbundel.recompute.Recompute;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
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
    private DecisionFiles files;

    @Inject
    private Authorisations authorisations;

    @Inject
    private Interests interests;

    @Inject
    private Deputies deputies;

    @Inject
    private Users users;

    @Inject
    private DecisionLetters letters;

    @Inject
    private OwnFiles ownFiles;

    @Inject
    private PooledBudgets budgets;

    @Inject
    private Contributions contributions;

    @Inject
    private GoingOn goingOn;

    @Inject
    private Ledger ledger;

    @Inject
    private Proofs proofs;

    @Inject
    private Appropriations appropriations;

    @Inject
    private Clock clock;

    @Inject
    private PreFinancings preFinancings;

    @Resource
    private UserTransaction transaction;

    @PersistenceContext
    private EntityManager entityManager;

    @PersistenceUnit(unitName = "buurtbundel")
    private EntityManagerFactory persistence;

    @Deployment
    static WebArchive packagedWar() {
        return PackagedWar.with();
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
            decisions.signSecond(id, decided, false);
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
        assertTrue(as(CONTROLLER, () -> decisions.listDecided(0, 10)).stream()
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
        assertEquals(
                "decision.error.not-advised",
                assertThrows(Refusal.class, () -> road.propose(plan)).code(),
                "its households have gone: it takes a new plan");
    }

    @Test
    void a_refusal_that_is_sent_back_leaves_the_plan_to_be_proposed_anew() {
        InitiativeId plan = advised();
        int seen = as(PROPOSER, () -> initiatives.readDossier(plan)).version();
        DecisionId id = as(
                PROPOSER,
                () -> decisions.proposeRefusal(plan, seen, RefusalGround.AGAINST_POLICY, "Past niet bij het plan"));
        assertEquals(id, as(ASSESSOR, () -> decisions.findOpen(plan)).orElseThrow());
        as(ALDERMEN.get(0), () -> {
            decisions.sendBack(id, read(id).version(), "Dit plan past er juist goed bij");
            return true;
        });
        assertEquals(DecisionState.VOIDED, read(id).state());
        assertEquals(Office.ALDERMAN, read(id).signatures().get(0).office());
        assertTrue(as(ASSESSOR, () -> decisions.findOpen(plan)).isEmpty());
        assertEquals(
                new EndedProposal(id, "Dit plan past er juist goed bij", false),
                as(ASSESSOR, () -> decisions.findEndedProposal(plan)).orElseThrow());
        assertTrue(inQueue(plan).cameBack());
        assertTrue(inQueue(plan).isTeamsTurn());
        assertEquals(
                Stage.ADVISED, as(ASSESSOR, () -> initiatives.readDossier(plan)).stage());
        DecisionId again = propose(plan);
        assertEquals(again, as(ASSESSOR, () -> decisions.findOpen(plan)).orElseThrow());
        assertTrue(as(ASSESSOR, () -> decisions.findEndedProposal(plan)).isEmpty());
        assertFalse(inQueue(plan).cameBack());
        assertFalse(inQueue(plan).isTeamsTurn(), "it waits for the alderman");
        assertEquals(Office.ALDERMAN, turn(again));
        road.decide(again);
        assertEquals(Office.BUDGET_HOLDER, turn(again));
    }

    private Office turn(DecisionId id) {
        return as(CONTROLLER, decisions::listWaiting).stream()
                .filter(waiting -> waiting.id().equals(id))
                .findFirst()
                .flatMap(DecisionSummary::findTurn)
                .orElseThrow();
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
    void money_of_another_programme_waits_for_the_council_and_is_granted_within_what_it_adopted() throws Exception {
        LocalDate today = LocalDate.now(clock);
        FiscalYear year = FiscalYear.of(today);
        as(ADMINISTRATOR, () -> {
            appropriations.load(
                    MUNICIPALITY, year, "care", List.of(new AppropriationLine("6.712", Money.ofEuros(500_000), false)));
            return true;
        });
        as(
                User.system(MUNICIPALITY),
                () -> preFinancings.set(year, HERE, "6.712", Money.ofEuros(50_000), year.lastDay()));
        AuthorisationId rule = as(
                ADMINISTRATOR,
                () -> authorisations.add(
                        AuthorisationRule.programme("Zorg", Set.of("6.712"), Period.from(today.minusDays(3)))));
        try {
            InitiativeId plan = advised();
            DecisionId id = road.propose(plan);
            DecisionPage page = read(id);
            assertEquals(DecisionState.COUNCIL_PROPOSAL, page.state());
            assertEquals(MandateAnswer.Why.BEYOND_AUTHORISATION, page.mandate().why());
            assertEquals(
                    List.of("6.712"),
                    page.mandate().amendments().stream()
                            .map(amendment -> amendment.findFrom().orElseThrow().taskField())
                            .toList());
            assertTrue(page.years().get(0).granted().isPositive());
            String document = councilDocument(id);
            User deputy = new User(
                    new UserId(9_208_888),
                    "deputy",
                    MUNICIPALITY,
                    Set.of(Role.SIMPLIFIER),
                    Set.of(),
                    null,
                    List.of(new StandIn(ALDERMEN.get(0).id(), Role.ALDERMAN, Set.of())));
            assertEquals(
                    Office.ALDERMAN,
                    as(deputy, () -> decisions.read(id)).inPowerOf(),
                    "nobody stands in for the council itself");
            assertEquals(
                    Act.RECORD_COUNCIL,
                    as(ALDERMEN.get(0), () -> decisions.read(id)).findAct().orElseThrow());
            as(ALDERMEN.get(0), () -> {
                decisions.recordCouncil(id, read(id).version(), new CouncilDecision(true, "2026-045", today));
                return true;
            });
            assertEquals(DecisionState.COUNCIL_ADOPTED, read(id).state());
            assertTrue(as(ASSESSOR, () -> decisions.findEndedProposal(plan))
                    .orElseThrow()
                    .adopted());

            assertEquals(
                    "decision.error.left-over-of-council",
                    assertThrows(Refusal.class, () -> road.propose(plan, LeftOver.TASK_FIELD))
                            .code());
            DecisionId again = propose(plan);
            road.decide(again);
            road.signSecond(again);
            assertEquals(DecisionState.FINAL, read(again).state());
            assertEquals(document, councilDocument(id), "what was granted since is the same money");
            assertTrue(read(again).cover().stream()
                    .anyMatch(cover -> cover.line().taskField().equals("6.712")));
            assertEquals(
                    DecisionState.COUNCIL_PROPOSAL,
                    read(road.propose(advised())).state(),
                    "the council allowed it for that plan only");
            // what bore it goes back, so that nothing of it is left for others
            as(
                    ASSESSOR,
                    () -> initiatives.solveWithoutUs(
                            plan, initiatives.read(plan).version()));
        } finally {
            // no line ends before today: for the other tests it never held
            inTransaction(() -> entityManager
                    .createNativeQuery("update authorisation set valid_until = ?, valid_from = ? where id = ?")
                    .setParameter(1, today.minusDays(1))
                    .setParameter(2, today.minusDays(1))
                    .setParameter(3, rule.value())
                    .executeUpdate());
            as(User.system(MUNICIPALITY), () -> preFinancings.set(year, HERE, "6.712", Money.ZERO, year.lastDay()));
        }
        ProofReport proof = as(CONTROLLER, () -> proofs.prove(MUNICIPALITY));
        assertTrue(proof.holds(), proof::toString);
    }

    private String councilDocument(DecisionId id) {
        try (PDDocument pdf = Loader.loadPDF(as(CONTROLLER, () -> decisions.writeCouncilDocument(id)))) {
            return new PDFTextStripper().getText(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void of_two_rules_of_the_council_at_once_that_say_something_else_one_is_made() throws Exception {
        // long ago, so that no other story meets it
        LocalDate first = LocalDate.now(clock).minusYears(40);
        for (int round = 0; round < 3; round++) {
            LocalDate from = first.plusYears(round);
            AtomicInteger refused = new AtomicInteger();
            successes(List.of(ADMINISTRATOR, ADMINISTRATOR, ADMINISTRATOR), user -> {
                try {
                    authorisations.add(AuthorisationRule.everyTaskField(new Period(from, from.plusDays(9))));
                } catch (Refusal beside) {
                    refused.incrementAndGet();
                }
            });
            assertEquals(2, refused.get());
        }
    }

    @Test
    void who_has_an_interest_proposes_decides_and_signs_no_more_and_a_colleague_does() {
        InitiativeId plan = advised();
        DecisionId id = propose(plan);
        as(ALDERMEN.get(0), () -> {
            interests.declare(plan);
            interests.declare(plan);
            return true;
        });
        assertEquals(
                "decision.error.has-interest",
                assertThrows(Refusal.class, () -> road.decide(id)).code());
        assertEquals(
                "decision.error.has-interest",
                as(ALDERMEN.get(0), () -> decisions.read(id)).whyNot());
        assertFalse(waitsFor(ALDERMEN.get(0), id));
        assertTrue(waitsFor(ALDERMEN.get(1), id));
        as(PROPOSER, () -> {
            interests.declare(plan);
            return true;
        });
        assertEquals(
                "decision.error.interested-hand",
                assertThrows(
                                Refusal.class,
                                () -> as(ALDERMEN.get(1), () -> {
                                    decisions.decide(id, read(id).version(), false, null);
                                    return true;
                                }))
                        .code());
        as(ALDERMEN.get(1), () -> {
            decisions.sendBack(id, read(id).version(), "Een collega stelt het opnieuw voor");
            return true;
        });
        assertEquals(
                "decision.error.has-interest",
                assertThrows(Refusal.class, () -> road.propose(plan)).code());
    }

    private boolean waitsFor(User user, DecisionId id) {
        return as(user, decisions::listWaiting).stream()
                .anyMatch(one -> one.id().equals(id) && one.findWaitsForMe().isPresent());
    }

    @Test
    void who_stands_in_acts_inside_the_period_only_and_in_the_name_of_the_absent_one() {
        LocalDate today = LocalDate.now(clock);
        String suffix = Long.toString(System.nanoTime());
        UserId alderman = users.create(staff("absent" + suffix, Role.ALDERMAN));
        UserId manager = users.create(staff("deputy" + suffix, Role.SIMPLIFIER));
        DecisionId id = propose(advised());
        Supplier<User> deputy = () -> users.findByLoginName("deputy" + suffix).orElseThrow();
        int version = read(id).version();
        Supplier<Boolean> decides = () -> as(deputy.get(), () -> {
            decisions.decide(id, version, false, null);
            return true;
        });
        assertThrows(NotFound.class, decides::get);
        DeputyId later = as(
                ADMINISTRATOR,
                () -> deputies.appoint(
                        manager, alderman, Role.ALDERMAN, new Period(today.plusDays(1), today.plusDays(9))));
        assertThrows(NotFound.class, decides::get);
        as(ADMINISTRATOR, () -> {
            deputies.end(later, versionOf(later), today.plusDays(1));
            return true;
        });
        as(
                ADMINISTRATOR,
                () -> deputies.appoint(manager, alderman, Role.ALDERMAN, new Period(today, today.plusDays(9))));
        assertEquals(Office.ALDERMAN, as(deputy.get(), () -> decisions.read(id)).inPowerOf());
        assertTrue(decides.get());
        Signed signed = read(id).signatures().get(0);
        assertEquals(Office.ALDERMAN, signed.office());
        assertTrue(signed.byDeputy());
        assertEquals(
                alderman.value(),
                ((Number) entityManager
                                .createNativeQuery(
                                        "select on_behalf_of from audit_event where action = 'decision.decide'"
                                                + " and subject = '" + id.value() + "'")
                                .getSingleResult())
                        .longValue());
    }

    @Test
    void each_row_of_what_a_deputy_does_names_whose_power_it_was() {
        InitiativeId plan = advised();
        DecisionId id = propose(plan);
        road.decide(id);
        UserId absent = BUDGET_HOLDERS.get(0).id();
        User deputy = new User(
                new UserId(9_208_889),
                "deputy",
                MUNICIPALITY,
                Set.of(Role.SIMPLIFIER),
                Set.of(),
                null,
                List.of(new StandIn(absent, Role.BUDGET_HOLDER, Set.of())));
        int version = read(id).version();
        as(deputy, () -> {
            decisions.signSecond(id, version, false);
            return true;
        });
        List<?> written = entityManager
                .createNativeQuery("select distinct action from audit_event where actor = 9208889 and on_behalf_of = "
                        + absent.value())
                .getResultList();
        assertTrue(
                written.containsAll(List.of("decision.sign-second", "ledger.transfer", "initiative.grant")),
                written::toString);
        assertEquals(
                0L,
                ((Number) entityManager
                                .createNativeQuery("select count(*) from audit_event where actor = 9208889"
                                        + " and on_behalf_of is null")
                                .getSingleResult())
                        .longValue());
    }

    private int versionOf(DeputyId id) {
        return deputies.list().stream()
                .filter(line -> line.id().equals(id))
                .findFirst()
                .orElseThrow()
                .version();
    }

    private static NewUser staff(String login, Role role) {
        return new NewUser(login, login, MUNICIPALITY, Set.of(role), Set.of(), null, false);
    }

    @Test
    void the_page_offers_no_yes_while_something_stands_in_the_way() {
        InitiativeId plan = advised();
        DecisionId id = propose(plan);
        assertTrue(as(ALDERMEN.get(0), () -> decisions.read(id)).offersYes());
        assertFalse(as(BUDGET_HOLDERS.get(0), () -> decisions.read(id)).offersYes(), "it is not their turn");

        as(
                CONTROLLER,
                () -> assessments.object(
                        plan,
                        new NewObjection(
                                ObjectionKind.LAW,
                                "Dit mag niet zonder vergunning",
                                null,
                                new ArticleReference("Omgevingswet 5.1"))));

        DecisionPage page = as(ALDERMEN.get(0), () -> decisions.read(id));
        assertFalse(page.readiness().isReady());
        assertFalse(page.offersYes());
        assertThrows(Refusal.class, () -> road.decide(id));
    }

    @Test
    void the_months_show_what_bears_a_plan_and_that_nobody_has_estimated_its_release() {
        InitiativeId plan = advised();
        MonthlyCover before =
                as(PROPOSER, () -> decisions.prepare(plan)).firstYear().months();
        assertEquals(MonthlyCover.Basis.UNKNOWN, before.basis());
        assertEquals(ASKED, before.cost());
        assertTrue(before.isBorne(), "by what the proposal would hold");

        DecisionId id = propose(plan);

        MonthlyCover months =
                as(ALDERMEN.get(0), () -> decisions.read(id)).firstYear().months();
        assertTrue(months.isBorne(), months::toString);
        assertEquals(ASKED, months.highestUncovered());
    }

    @Test
    void who_proposes_and_who_decides_see_the_same_months_also_past_the_end_of_what_bears_them() {
        LocalDate start = LocalDate.now(clock).plusMonths(4).withDayOfMonth(1);
        FiscalYear year = FiscalYear.of(start);
        InitiativeId plan = road.assessed(start);
        road.answerObjection(plan);
        road.advise(plan);
        for (FiscalYear each : List.of(year, year.next())) {
            load("pre-financing " + each, each, Money.ofEuros(50_000), false);
            as(
                    User.system(MUNICIPALITY),
                    () -> preFinancings.set(
                            each, HERE, "6.1", Money.ofEuros(50_000), each.equals(year) ? start : each.lastDay()));
        }
        Preparation prepared = as(PROPOSER, () -> decisions.prepare(plan));
        List<MonthlyCover.Month> before = prepared.firstYear().months().months();
        assertTrue(before.get(0).uncovered().isPositive());
        assertTrue(prepared.firstYear().months().findFirstNotBorne().isPresent(), "pre-financing ends in the year");

        DecisionId id = road.propose(plan);

        for (User reader : List.of(PROPOSER, ALDERMEN.get(0), BUDGET_HOLDERS.get(0), CONTROLLER)) {
            assertEquals(
                    before,
                    as(reader, () -> decisions.read(id)).firstYear().months().months(),
                    reader::displayName);
        }
        as(PROPOSER, () -> {
            decisions.takeBack(id, read(id).version(), "Het was een proef");
            return true;
        });
        for (FiscalYear each : List.of(year, year.next())) {
            as(User.system(MUNICIPALITY), () -> preFinancings.set(each, HERE, "6.1", Money.ZERO, each.lastDay()));
        }
    }

    @Test
    void who_works_in_one_neighbourhood_loses_no_decision_to_those_of_others() throws Exception {
        DecisionId own = finalDecision();
        DecisionId other = finalDecision();
        inTransaction(() -> entityManager
                .createNativeQuery("update decision set neighbourhood = 'BU99060199' where id = ?")
                .setParameter(1, other.value())
                .executeUpdate());
        assertEquals(own, only(as(PROPOSER, () -> decisions.listDecided(0, 1))).id());
        inTransaction(() -> entityManager
                .createNativeQuery("update decision set neighbourhood = 'BU99060101' where id = ?")
                .setParameter(1, other.value())
                .executeUpdate());
        assertEquals(
                other, only(as(PROPOSER, () -> decisions.listDecided(0, 1))).id());
        assertEquals(own, only(as(PROPOSER, () -> decisions.listDecided(1, 1))).id());
        User nowhere = new User(PROPOSER.id(), "nowhere", MUNICIPALITY, Set.of(Role.TEAM_WORKER), Set.of(), null);
        assertEquals(List.of(), as(nowhere, () -> decisions.listDecided(0, 10)));
    }

    @Test
    void lists_ask_the_database_as_often_for_many_as_for_few() {
        granted();
        proposedOnly();
        Map<String, Integer> ofFew = queriesOfLists();
        for (int i = 0; i < 4; i++) {
            granted();
            proposedOnly();
        }
        assertEquals(ofFew, queriesOfLists());
    }

    private void proposedOnly() {
        propose(advised());
    }

    private DecisionId finalDecision() {
        InitiativeId plan = granted();
        return as(CONTROLLER, () -> decisions.findFirstToRead(plan))
                .orElseThrow()
                .id();
    }

    /** What the proposer, the alderman and the budget holder open first. */
    private Map<String, Integer> queriesOfLists() {
        return Queries.during(persistence, () -> {
            for (User reader : List.of(PROPOSER, ALDERMEN.get(0), BUDGET_HOLDERS.get(0))) {
                assertFalse(as(reader, decisions::listWaiting).isEmpty());
                assertFalse(as(reader, () -> decisions.listDecided(0, 200)).isEmpty());
            }
            return true;
        });
    }

    @Test
    void the_page_leads_to_the_assessment_only_who_may_open_it() {
        DecisionId id = propose(advised());
        assertTrue(as(ALDERMEN.get(0), () -> decisions.read(id)).mayOpenAssessment());
        assertFalse(as(CONTROLLER, () -> decisions.read(id)).mayOpenAssessment());
    }

    @Test
    void a_plan_that_meant_to_start_last_year_is_granted_in_the_years_to_come() throws Exception {
        FiscalYear year = FiscalYear.of(LocalDate.now(clock));
        InitiativeId plan = road.assessed();
        inTransaction(() -> entityManager
                .createNativeQuery("update initiative_plan set intended_start = ? where initiative = ?")
                .setParameter(1, LocalDate.now(clock).minusYears(1))
                .setParameter(2, plan.value())
                .executeUpdate());
        road.answerObjection(plan);
        road.advise(plan);
        Preparation prepared = as(PROPOSER, () -> decisions.prepare(plan));
        assertEquals(year, prepared.amounts().get(0).year());
        assertEquals(
                YearMonth.now(clock),
                prepared.firstYear().months().months().get(0).month());
        DecisionId id = propose(plan);
        assertEquals(
                YearMonth.now(clock),
                read(id).firstYear().months().months().get(0).month());
    }

    @Test
    void a_proposal_whose_money_was_held_too_long_lapses_and_leaves_room_for_another() throws Exception {
        InitiativeId plan = advised();
        DecisionId held = propose(plan);
        road.decide(held);
        letExpire(plan);

        as(User.system(MUNICIPALITY), () -> ledger.voidExpired(MUNICIPALITY));

        DecisionPage page = read(held);
        assertEquals(DecisionState.VOIDED, page.state());
        assertTrue(
                Optional.ofNullable(page.endedBecause()).orElseThrow().startsWith("Het geld was te lang vastgehouden"));
        assertEquals(Money.ZERO, way(plan).reserved(), "the other years are free as well");
        assertFalse(as(BUDGET_HOLDERS.get(0), decisions::listWaiting).stream()
                .anyMatch(one -> one.id().equals(held)));
        DecisionId again = propose(plan);
        road.decide(again);
        road.signSecond(again);
        as(User.system(MUNICIPALITY), () -> ledger.voidExpired(MUNICIPALITY));
        assertEquals(DecisionState.FINAL, read(again).state());
    }

    /** Who declines locks the decision before the book, and so does the night: neither may stop the other. */
    @Test
    void the_night_lets_a_proposal_lapse_while_somebody_declines_it() throws Exception {
        InitiativeId plan = advised();
        User night = User.system(MUNICIPALITY);
        for (int round = 0; round < 8; round++) {
            DecisionId held = propose(plan);
            road.decide(held);
            int version = read(held).version();
            letExpire(plan);
            successes(List.of(BUDGET_HOLDERS.get(0), night), user -> {
                if (user.equals(night)) {
                    ledger.voidExpired(MUNICIPALITY);
                } else {
                    decisions.declineSecond(held, version, "Not this year");
                }
            });
            assertEquals(DecisionState.VOIDED, read(held).state());
            assertEquals(Money.ZERO, way(plan).reserved());
        }
    }

    /** Who ends a plan changes the plan and then its decisions; who signs does not come from the other side. */
    @Test
    void who_signs_waits_for_who_is_changing_the_plan_and_neither_stops_the_other() throws Exception {
        InitiativeId plan = advised();
        DecisionId id = propose(plan);
        road.decide(id);
        int version = read(id).version();
        int seen = as(INITIATOR, () -> initiatives.read(plan)).version();
        transaction.begin();
        entityManager
                .createNativeQuery("select id from initiative where id = ? for update")
                .setParameter(1, plan.value())
                .getSingleResult();
        Future<Boolean> signing = beside(BUDGET_HOLDERS.get(0), () -> decisions.signSecond(id, version, false));
        as(INITIATOR, () -> initiatives.withdraw(plan, seen));
        transaction.commit();
        assertTrue(toldThatItChanged(signing));
        assertEquals(DecisionState.VOIDED, read(id).state());
        assertEquals(Money.ZERO, way(plan).reserved());
    }

    @Test
    void a_plan_that_is_withdrawn_while_somebody_proposes_it_has_no_proposal_and_holds_no_money() throws Exception {
        InitiativeId plan = advised();
        int seen = as(INITIATOR, () -> initiatives.read(plan)).version();
        List<YearAmount> amounts = as(PROPOSER, () -> decisions.prepare(plan)).amounts();
        transaction.begin();
        as(INITIATOR, () -> initiatives.withdraw(plan, seen));
        Future<Boolean> proposing =
                beside(PROPOSER, () -> decisions.propose(plan, seen, amounts, "", "", LeftOver.NEIGHBOURHOOD));
        transaction.commit();
        assertTrue(toldThatItChanged(proposing));
        assertTrue(as(CONTROLLER, () -> decisions.findFirstToRead(plan)).isEmpty());
        assertThrows(NotFound.class, () -> way(plan), "no money was ever held for it");
    }

    /** In a thread of its own, and some way under way. */
    private Future<Boolean> beside(User user, Runnable deed) throws InterruptedException {
        ExecutorService executor = Executors.newSingleThreadExecutor();
        Future<Boolean> result = executor.submit(() -> as(user, () -> {
            deed.run();
            return true;
        }));
        executor.shutdown();
        Thread.sleep(1_000);
        return result;
    }

    private static boolean toldThatItChanged(Future<Boolean> deed) throws Exception {
        ExecutionException thrown = assertThrows(ExecutionException.class, () -> deed.get(60, TimeUnit.SECONDS));
        return thrown.getCause() instanceof Conflict;
    }

    /** One of the years is enough: nobody can sign without all of the money. */
    private void letExpire(InitiativeId plan) throws Exception {
        inTransaction(() -> entityManager
                .createNativeQuery("update ledger_reservation set expires_on = ? where id = (select min(r.id) from"
                        + " ledger_reservation r where r.reference = ? and r.state = 'PENDING')")
                .setParameter(1, LocalDate.now(clock).minusDays(1))
                .setParameter(2, plan.reference())
                .executeUpdate());
    }

    /** € 500 of what is asked, signed twice. */
    private DecisionId grantPart(InitiativeId plan, String conditions) {
        List<YearAmount> part = List.of(new YearAmount(FiscalYear.of(LocalDate.now(clock)), Money.ofEuros(500)));
        DecisionId id = as(
                PROPOSER,
                () -> decisions.propose(
                        plan,
                        initiatives.readDossier(plan).version(),
                        part,
                        conditions,
                        "De rest later",
                        LeftOver.NEIGHBOURHOOD));
        road.decide(id);
        road.signSecond(id);
        return id;
    }

    @Test
    void a_proposal_for_more_lapses_when_the_plan_begins() {
        InitiativeId plan = advised();
        DecisionId first = grantPart(plan, "");
        DecisionId more = propose(plan);
        road.decide(more);
        assertEquals(ASKED.minus(Money.ofEuros(500)), way(plan).reserved());

        as(ASSESSOR, () -> {
            initiatives.start(plan);
            return true;
        });

        DecisionPage page = read(more);
        assertEquals(DecisionState.VOIDED, page.state());
        assertEquals(
                Optional.of("Het plan is begonnen voordat hierover was beslist."),
                Optional.ofNullable(page.endedBecause()));
        assertEquals(Money.ZERO, way(plan).reserved());
        assertEquals(Money.ofEuros(500), way(plan).granted());
        assertEquals(DecisionState.FINAL, read(first).state());
    }

    @Test
    void a_second_grant_leaves_the_conditions_of_the_first_to_be_read() {
        InitiativeId plan = advised();
        grantPart(plan, "Eerst een keuring");
        assertEquals(
                List.of("Eerst een keuring"),
                as(PROPOSER, () -> decisions.prepare(plan)).conditions());

        DecisionId more = propose(plan);
        assertEquals(
                new DecisionOnPlan(more, DecisionState.PROPOSED),
                as(CONTROLLER, () -> decisions.findFirstToRead(plan)).orElseThrow());
        road.decide(more);
        road.signSecond(more);

        DecisionLetter letter = as(INITIATOR, () -> letters.find(plan)).orElseThrow();
        assertEquals(List.of("Eerst een keuring", "Elk kwartaal een verslag"), letter.conditions());
        assertEquals(Optional.of(ASKED), letter.findGranted());
        assertTrue(
                as(INITIATOR, ownFiles::read).letters().stream().anyMatch(own -> letter.equals(own.decision())),
                "and who began the plan finds it in the own file");
    }

    /** Each process hands out keys from a block of its own: who decides later may have the lower key. */
    @Test
    void what_is_left_to_grant_counts_all_that_was_granted_whatever_keys_it_has() throws Exception {
        InitiativeId plan = advised();
        handOutKeysUpTo(2_000_000);
        DecisionId first = grantPart(plan, "Eerst een keuring");
        handOutKeysUpTo(1_000_000);
        DecisionId second = grantPart(plan, "Dan een verslag");
        assertTrue(second.value() < first.value());

        Preparation next = as(PROPOSER, () -> decisions.prepare(plan));
        assertEquals(Money.ofEuros(1_000), next.grantedBefore());
        assertEquals(List.of("Eerst een keuring", "Dan een verslag"), next.conditions());
        assertEquals(
                ASKED.minus(Money.ofEuros(1_000)),
                Money.sum(next.amounts().stream().map(YearAmount::amount).toList()));
        assertEquals(second, first(plan), "the newest is read first");
        Said said = recompute(sealed(second, CONTROLLER));
        assertEquals(Recompute.HOLDS, said.exit(), said::said);
        assertEquals(
                second, as(CONTROLLER, () -> decisions.listDecided(0, 1)).get(0).id());
        DecisionId rest = propose(plan);
        road.decide(rest);
        road.signSecond(rest);
        assertEquals(ASKED, way(plan).granted());
        assertEquals(Optional.of(ASKED), as(INITIATOR, () -> letters.find(plan)).flatMap(DecisionLetter::findGranted));
    }

    private void handOutKeysUpTo(long last) throws Exception {
        inTransaction(() -> entityManager
                .createNativeQuery("alter sequence decision_seq restart with " + last)
                .executeUpdate());
        Class<?> type = Class.forName("org.eclipse.persistence.sessions.server.ServerSession");
        Object control = type.getMethod("getSequencingControl").invoke(persistence.unwrap(type));
        type.getMethod("getSequencingControl")
                .getReturnType()
                .getMethod("initializePreallocated")
                .invoke(control);
    }

    @Test
    void to_be_too_busy_is_heard_once_a_day_and_holds_nothing_up() {
        InitiativeId plan = road.assessed();
        road.answerObjection(plan);
        InitiativeDossier before = as(ASSESSOR, () -> initiatives.readDossier(plan));
        for (int time = 0; time < 2; time++) {
            for (User office : List.of(ASSESSOR, PROPOSER, CONTROLLER)) {
                as(office, () -> {
                    assessments.sayTooBusy(plan);
                    return true;
                });
            }
        }
        LocalDate today = LocalDate.now(clock);
        Set<CapacityShort> expected = Set.of(
                new CapacityShort(plan, HERE, Role.TEAM_WORKER, today),
                new CapacityShort(plan, HERE, Role.CONTROLLER, today));
        List<CapacityShort> listed = as(ASSESSOR, () -> assessments.listTooBusy(plan));
        assertEquals(2, listed.size(), "two of one office are one office");
        assertEquals(expected, Set.copyOf(listed));
        List<CapacityShort> heard = HearsWhatIsSaid.heard().stream()
                .filter(CapacityShort.class::isInstance)
                .map(CapacityShort.class::cast)
                .filter(said -> said.initiative().equals(plan))
                .toList();
        assertEquals(2, heard.size());
        assertEquals(expected, Set.copyOf(heard));
        assertEquals(before, as(ASSESSOR, () -> initiatives.readDossier(plan)), "the plan is where it was");
        assertEquals(0, openObjections(plan));
        road.advise(plan);
        DecisionId id = propose(plan);
        assertTrue(read(id).readiness().isReady());
        road.decide(id);
        road.signSecond(id);
        Refusal late = assertThrows(
                Refusal.class,
                () -> as(ASSESSOR, () -> {
                    assessments.sayTooBusy(plan);
                    return true;
                }));
        assertEquals("assessment.error.too-late-to-object", late.getMessage());
    }

    @Test
    void what_a_later_room_cannot_take_was_not_said() {
        InitiativeId plan = road.assessed();
        HearsWhatIsSaid.fails(true);
        try {
            assertThrows(
                    RuntimeException.class,
                    () -> as(ASSESSOR, () -> {
                        assessments.sayTooBusy(plan);
                        return true;
                    }));
            assertThrows(
                    RuntimeException.class,
                    () -> as(
                            CONTROLLER,
                            () -> assessments.object(
                                    plan, new NewObjection(ObjectionKind.PRECEDENT, "Dan wil ieder dit", null, null))));
        } finally {
            HearsWhatIsSaid.fails(false);
        }
        assertEquals(List.of(), as(ASSESSOR, () -> assessments.listTooBusy(plan)));
        assertEquals(1, as(ASSESSOR, () -> assessments.listObjections(plan)).size(), "that of the road itself");
    }

    @Test
    void what_was_answered_to_the_questions_asked_back_stays_beside_it_and_a_yes_needs_no_article() {
        InitiativeId plan = road.assessed();
        road.answerObjection(plan);
        ObjectionId id = as(
                CONTROLLER,
                () -> assessments.object(
                        plan,
                        new NewObjection(ObjectionKind.PRECEDENT, "Dan wil ieder dit", "Dat zou mooi zijn", null)));
        ObjectionView said = objection(plan, id);
        assertEquals(ObjectionKind.PRECEDENT, said.kind());
        assertEquals("Dat zou mooi zijn", said.reply());
        assertTrue(said.blocks());
        as(ASSESSOR, () -> {
            assessments.answerObjection(id, said.version(), ObjectionOutcome.ALLOWED, null, "Dan doen we het vaker");
            return true;
        });
        assertFalse(objection(plan, id).blocks());
        road.advise(plan);
    }

    private ObjectionView objection(InitiativeId plan, ObjectionId id) {
        return as(ASSESSOR, () -> assessments.listObjections(plan)).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void what_was_not_allowed_is_answered_anew_for_the_plan_that_was_mended() {
        InitiativeId plan = road.assessed();
        road.answerObjection(plan, ObjectionOutcome.NOT_ALLOWED);
        assertEquals(0, openObjections(plan));
        road.changed(plan);
        assertEquals(1, openObjections(plan), "the list shows that it waits for an answer again");
        Refusal blocked = assertThrows(Refusal.class, () -> road.advise(plan));
        assertEquals("assessment.error.objection-blocks", blocked.getMessage());

        road.answerObjection(plan, ObjectionOutcome.ALLOWED_ON_CONDITION);
        road.advise(plan);

        DecisionId id = propose(plan);
        assertTrue(read(id).readiness().isReady());
        List<ObjectionView> objections = as(
                ASSESSOR, () -> assessments.findByInitiative(plan).orElseThrow().objections());
        assertEquals(
                List.of(ObjectionOutcome.NOT_ALLOWED),
                only(objections).earlier().stream()
                        .map(ObjectionAnswer::outcome)
                        .toList());
    }

    private int openObjections(InitiativeId plan) {
        return inQueue(plan).openObjections();
    }

    private QueueItem inQueue(InitiativeId plan) {
        return as(ASSESSOR, assessments::listQueue).stream()
                .filter(item -> item.initiative().id().equals(plan))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_decision_of_the_council_that_was_corrected_can_be_booked_again() {
        FiscalYear year = FiscalYear.of(LocalDate.now(clock));
        Money amount = Money.ofEuros(700);
        load("mistake", year, amount, false);
        load("mistake", year, amount, false);
        TransferSummary wrong = only(ledger.listTransfers(MUNICIPALITY, "council:mistake"));
        as(BUDGET_HOLDERS.get(0), () -> ledger.counter("undo-mistake", wrong.id(), "the wrong year"));

        load("mistake", year, amount, false);
        load("mistake", year, amount, false);

        assertEquals(
                1,
                ledger.listTransfers(MUNICIPALITY, "council:mistake").stream()
                        .filter(transfer -> transfer.counters() == null && !transfer.countered())
                        .count());
    }

    @Test
    void release_of_other_plans_bears_a_plan_whatever_comes_free_by_its_own() throws Exception {
        FiscalYear year = FiscalYear.of(LocalDate.now(clock));
        Money released = Money.ofEuros(900);
        load("release", year, released, false);
        inTransaction(() -> budgets.realiseRelease(
                "test:other-plan", "initiative:another", HERE, year, "6.1", released, "provision:of-another-plan"));
        InitiativeId plan = granted();
        inTransaction(() -> {
            String provision = "provision:of-" + plan.reference();
            Help help = new Help(provision, "household:of-" + plan.reference());
            budgets.planRelease(plan.reference(), HERE, "6.1", year.next().firstDay(), released, help);
            budgets.awaitRelease(provision, plan.reference(), HERE, year.next(), "6.1", released, help);
        });
        DecisionId id = as(CONTROLLER, () -> decisions.findFirstToRead(plan))
                .orElseThrow()
                .id();
        assertTrue(read(id).cover().stream().anyMatch(part -> part.line().kind() == CoverKind.REALISED_RELEASE));
        MonthlyCover months = read(id).firstYear().months();
        assertTrue(months.isBorne(), months::toString);
    }

    @Test
    void what_is_left_goes_by_the_rule_of_the_decision() throws Exception {
        FiscalYear year = FiscalYear.of(LocalDate.now(clock));
        AccountKey released = AccountKey.of(MUNICIPALITY, year, AccountKind.RELEASED)
                .withTaskField("6.1")
                .withNeighbourhood(HERE);
        AccountKey taskField = Appropriations.account(MUNICIPALITY, year, "6.1");
        for (LeftOver rule : LeftOver.values()) {
            releaseOfOneHousehold("left-over-" + rule, Money.ofEuros(700));
            Money free = available(released);
            Money adopted = available(taskField);
            InitiativeId plan = advised();
            DecisionId id = road.propose(plan, rule);
            assertEquals(rule, read(id).leftOver());
            road.decide(id);
            road.signSecond(id);
            Money bore = free.minus(available(released));
            assertTrue(bore.compareTo(Money.ofEuros(700)) >= 0, bore::toString);
            assertEquals(
                    rule,
                    as(INITIATOR, () -> letters.find(plan))
                            .orElseThrow()
                            .findLeftOver()
                            .orElseThrow());
            assertEquals(
                    rule, as(PROPOSER, () -> decisions.prepare(plan)).leftOver(), "it holds until another is chosen");

            as(
                    ASSESSOR,
                    () -> initiatives.solveWithoutUs(
                            plan, initiatives.read(plan).version()));

            boolean goesOn = rule == LeftOver.TASK_FIELD;
            assertEquals(goesOn ? free.minus(bore) : free, available(released), rule::name);
            assertEquals(goesOn ? adopted.plus(bore) : adopted, available(taskField), rule::name);
            assertEquals(Money.ZERO, way(plan).granted());
            List<AccountKind> way =
                    ledger
                            .traceBack(ledger.findAccount(goesOn ? taskField : released)
                                    .orElseThrow()
                                    .id())
                            .stream()
                            .filter(origin -> origin.steps().get(0).reference().equals(plan.reference()))
                            .map(origin -> origin.steps().stream()
                                    .map(step -> step.from().kind())
                                    .toList())
                            .findFirst()
                            .orElseThrow();
            assertEquals(List.of(AccountKind.GRANTED, AccountKind.RELEASED), way.subList(0, 2));
            assertEquals(AccountKind.COUNCIL, way.get(way.size() - 1), "to where all money comes from");
            assertTrue(as(CONTROLLER, () -> proofs.prove(MUNICIPALITY)).holds());
            String file = sealed(id, CONTROLLER);
            assertEquals(
                    Recompute.HOLDS,
                    recompute(file).exit(),
                    () -> recompute(file).said());
            assertTrue(file.contains("\"leftOver\": \"" + rule + '"'), file);
        }
    }

    @Test
    void the_rule_of_the_last_decision_holds_for_the_whole_plan() throws Exception {
        FiscalYear year = FiscalYear.of(LocalDate.now(clock));
        AccountKey released = AccountKey.of(MUNICIPALITY, year, AccountKind.RELEASED)
                .withTaskField("6.1")
                .withNeighbourhood(HERE);
        releaseOfOneHousehold("left-over-first", Money.ofEuros(300));
        InitiativeId plan = advised();
        grantPart(plan, "");
        releaseOfOneHousehold("left-over-later", Money.ofEuros(400));
        DecisionId more = road.propose(plan, LeftOver.TASK_FIELD);
        assertEquals(
                LeftOver.NEIGHBOURHOOD,
                as(INITIATOR, () -> letters.find(plan))
                        .orElseThrow()
                        .findLeftOver()
                        .orElseThrow(),
                "as long as it is not decided");
        road.decide(more);
        road.signSecond(more);
        Money free = available(released);
        as(
                ASSESSOR,
                () -> initiatives.solveWithoutUs(plan, initiatives.read(plan).version()));
        assertEquals(free, available(released), "nothing of the first grant stays either");
    }

    private Money available(AccountKey account) {
        return ledger.findAccount(account).map(AccountSummary::available).orElse(Money.ZERO);
    }

    @Test
    void what_one_household_released_is_not_shown_by_a_proposal_that_came_to_nothing() throws Exception {
        Money released = Money.parse("512.34");
        releaseOfOneHousehold("one-household", released);
        InitiativeId plan = advised();
        DecisionId first = propose(plan);
        User alderman = ALDERMEN.get(0);
        assertFalse(as(alderman, () -> decisions.read(first)).coverShown());
        as(PROPOSER, () -> {
            decisions.takeBack(first, read(first).version(), "Nog niet");
            return true;
        });
        assertEquals(List.of(), as(alderman, () -> decisions.read(first)).cover());
        assertEquals(
                ASKED,
                Money.sum(as(CONTROLLER, () -> decisions.read(first)).cover().stream()
                        .map(part -> part.line().amount())
                        .toList()));

        DecisionId second = propose(plan);
        road.decide(second);
        road.signSecond(second);
        assertEquals(List.of(), as(alderman, () -> decisions.read(first)).cover());
        assertEquals(List.of(), as(alderman, () -> decisions.read(second)).cover());
        as(
                ASSESSOR,
                () -> initiatives.solveWithoutUs(plan, initiatives.read(plan).version()));
        assertEquals(List.of(), as(alderman, () -> decisions.read(second)).cover(), "nor when all of it went back");
    }

    @Test
    void a_decision_taken_out_holds_for_a_stranger_and_whoever_changes_it_is_found_out() throws Exception {
        InitiativeId plan = granted();
        DecisionId id = first(plan);
        String file = sealed(id, ALDERMEN.get(1));
        assertEquals(
                Recompute.HOLDS, recompute(file).exit(), () -> recompute(file).said());
        String said = recompute(file).said();
        assertTrue(said.contains("ok     granted to the plan in all: " + ASKED), said);
        assertTrue(said.contains("decision.sign-second is link"), said);
        for (String word : DecisionRoad.WORDS) {
            assertEquals(
                    word.equals("Elk kwartaal een verslag"),
                    file.contains(word),
                    () -> "of what people typed the conditions of the decision only: " + word);
        }
        assertNamed(file, "\"amount\": \"", "\"amount\": \"1", "the years of this one");
        assertNamed(file, "\"by\": 904", "\"by\": 905", "DECIDED by user 905: the log has no such row");
        assertNamed(file, "\"kind\": \"COST\",", "\"kind\": \"START_UP\",", "its part of the grant");
        int postings = file.indexOf("\"postings\"");
        String posting = file.substring(postings).replaceFirst("\"amount\": \"-[0-9]+", "\"amount\": \"-1");
        Said changed = recompute(file.substring(0, postings) + posting);
        assertEquals(Recompute.DIFFERS, changed.exit());
        assertTrue(changed.said().contains("balances: "), changed.said());
        assertTrue(changed.said().contains("WRONG  hash of the content"), changed.said());

        assertTrue(as(CONTROLLER, () -> decisions.read(id)).mayTakeFile());
        assertFalse(as(ASSESSOR, () -> decisions.read(id)).mayTakeFile());
        String hash = hashOf(file);
        assertTrue(
                as(CONTROLLER, () -> files.listTaken(id)).stream()
                        .anyMatch(one -> one.sha256().equals(hash)),
                "what was taken out is in the log");
    }

    @Test
    void what_another_payer_gave_is_told_by_the_decision_the_letter_and_the_file_and_returns_when_the_plan_ends()
            throws Exception {
        InitiativeId plan = advised();
        FiscalYear year = FiscalYear.of(LocalDate.now(clock));
        Money given = Money.ofEuros(2_500);
        User holder = BUDGET_HOLDERS.get(0);
        ContributionId agreement = as(
                holder,
                () -> contributions.record(
                        "agreed:" + plan.value(),
                        plan,
                        new NewContribution(
                                year,
                                ContributorKind.HOUSING_ASSOCIATION,
                                "Woningcorporatie West",
                                "W-12",
                                given,
                                LocalDate.now(clock))));
        as(holder, () -> {
            contributions.receive("came", agreement, given);
            return true;
        });
        DecisionId id = propose(plan);
        List<YearCover> cover = read(id).cover();
        assertEquals(
                new YearCover(year, new CoverLine("6.1", CoverKind.CONTRIBUTION, given)),
                cover.get(0),
                "what others gave bears first");
        assertEquals(
                ASKED, Money.sum(cover.stream().map(one -> one.line().amount()).toList()));
        road.decide(id);
        road.signSecond(id);
        DecisionLetter letter = as(INITIATOR, () -> letters.find(plan)).orElseThrow();
        assertEquals(given, letter.contributed());
        String file = sealed(id, CONTROLLER);
        assertEquals(
                Recompute.HOLDS, recompute(file).exit(), () -> recompute(file).said());
        assertTrue(file.contains("\"kind\": \"CONTRIBUTION\""), file);
        assertNamed(file, "\"kind\": \"CONTRIBUTION\"", "\"kind\": \"APPROPRIATION\"", "of others");

        Money goesOn = Money.ofEuros(1_000);
        as(holder, () -> {
            goingOn.goOn(
                    "goes-on",
                    new AccountKey(MUNICIPALITY, year, AccountKind.GRANTED, plan.reference(), "6.1", HERE),
                    AccountKey.of(MUNICIPALITY, year, AccountKind.CONTRIBUTED)
                            .withReference("contribution:" + agreement.value()),
                    goesOn);
            return true;
        });
        String later = sealed(id, CONTROLLER);
        assertEquals(
                Recompute.HOLDS, recompute(later).exit(), () -> recompute(later).said());
        assertNamed(later, "CONTRIBUTION_MOVED", "UNSPENT_RETURNED", "is in the log");

        as(PROPOSER, () -> {
            initiatives.stop(plan, initiatives.readDossier(plan).version(), StopReason.TOO_FEW_HOUSEHOLDS);
            return true;
        });
        ContributionSummary left =
                as(holder, () -> contributions.list(plan.reference(), HERE)).get(0);
        assertEquals(
                List.of(given.minus(goesOn), goesOn),
                left.years().stream().map(ContributionSummary.OfYear::free).toList(),
                "it is there again, whole");
        assertEquals(
                "budget.error.contribution-plan-ended",
                assertThrows(
                                Refusal.class,
                                () -> as(holder, () -> {
                                    contributions.moveOn("on", agreement, year, Money.ofEuros(1));
                                    return true;
                                }))
                        .code());
        as(holder, () -> {
            contributions.giveBack("back", agreement, year, given.minus(goesOn));
            contributions.giveBack("back-next", agreement, year.next(), goesOn);
            return true;
        });
        assertEquals(
                given,
                Money.sum(as(holder, () -> contributions.list(plan.reference(), HERE)).get(0).years().stream()
                        .map(ContributionSummary.OfYear::returned)
                        .toList()));
        assertTrue(as(CONTROLLER, () -> proofs.prove(MUNICIPALITY)).holds());
        assertEquals(Recompute.HOLDS, recompute(sealed(id, CONTROLLER)).exit());
    }

    @Test
    void a_refusal_taken_out_holds_and_before_the_decision_there_is_no_file() throws Exception {
        InitiativeId plan = advised();
        DecisionId id = propose(plan);
        assertFalse(read(id).mayTakeFile());
        assertEquals(
                "decision.error.not-decided-yet",
                assertThrows(Refusal.class, () -> as(CONTROLLER, () -> files.take(id)))
                        .code());
        as(ALDERMEN.get(0), () -> {
            decisions.refuse(id, read(id).version(), RefusalGround.AGAINST_POLICY, "Past niet bij het plan", null);
            return true;
        });
        String file = sealed(id, CONTROLLER);
        Said said = recompute(file);
        assertEquals(Recompute.HOLDS, said.exit(), said::said);
        assertTrue(file.contains("Past niet bij het plan"));
        assertTrue(said.said().contains("What was refused"), said.said());
    }

    @Test
    void what_one_household_released_is_in_no_file_whoever_takes_it_out() throws Exception {
        Money released = Money.parse("417.29");
        releaseOfOneHousehold("one-in-a-file", released);
        InitiativeId plan = granted();
        DecisionId id = first(plan);
        for (User user : List.of(ALDERMEN.get(0), BUDGET_HOLDERS.get(0), CONTROLLER)) {
            String file = sealed(id, user);
            assertEquals(
                    Recompute.HOLDS,
                    recompute(file).exit(),
                    () -> recompute(file).said());
            assertTrue(file.contains("\"sourcesShown\": false"), file);
            assertFalse(file.contains(released.toString()) || file.contains("RELEASED"), file);
        }
    }

    private void releaseOfOneHousehold(String name, Money amount) throws Exception {
        FiscalYear year = FiscalYear.of(LocalDate.now(clock));
        load(name, year, amount, false);
        inTransaction(() -> budgets.realiseRelease(
                "test:" + name, "initiative:another", HERE, year, "6.1", amount, "provision:" + name));
    }

    private DecisionId first(InitiativeId plan) {
        return as(CONTROLLER, () -> decisions.findFirstToRead(plan))
                .orElseThrow()
                .id();
    }

    /** Also right after the last signature what it tells has been sealed. */
    private String sealed(DecisionId id, User user) {
        String file = new String(as(user, () -> files.take(id)), StandardCharsets.UTF_8);
        assertFalse(
                recompute(file).said().contains("not sealed yet"),
                () -> recompute(file).said());
        return file;
    }

    private static void assertNamed(String file, String what, String other, String words) {
        Said said = recompute(file.replaceFirst(Pattern.quote(what), other));
        assertEquals(Recompute.DIFFERS, said.exit(), said::said);
        assertTrue(said.said().lines().anyMatch(line -> line.contains("WRONG") && line.contains(words)), said::said);
    }

    private static String hashOf(String file) {
        return file.replaceFirst("(?s).*\"sha256\": \"([0-9a-f]{64})\".*", "$1");
    }

    private record Said(int exit, String said) {}

    private static Said recompute(String file) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        int exit = Recompute.check(
                file.getBytes(StandardCharsets.UTF_8), new PrintStream(said, true, StandardCharsets.UTF_8));
        return new Said(exit, said.toString(StandardCharsets.UTF_8));
    }

    private void load(String councilDecision, FiscalYear year, Money amount, boolean forInitiatives) {
        as(DecisionRoad.ADMINISTRATOR, () -> {
            appropriations.load(
                    MUNICIPALITY, year, councilDecision, List.of(new AppropriationLine("6.1", amount, forInitiatives)));
            return true;
        });
    }

    private static <T> T only(List<T> all) {
        assertEquals(1, all.size());
        return all.get(0);
    }

    private void inTransaction(Runnable work) throws Exception {
        transaction.begin();
        work.run();
        transaction.commit();
    }

    private InitiativeId granted() {
        InitiativeId plan = advised();
        DecisionId id = propose(plan);
        road.decide(id);
        road.signSecond(id);
        return plan;
    }

    private int successes(List<User> users, Runnable deed) throws InterruptedException {
        return successes(users, user -> deed.run());
    }

    private int successes(List<User> users, Consumer<User> deed) throws InterruptedException {
        // threads of our own: those of the container share the test's entity manager and close it under its hands
        ExecutorService executor = Executors.newFixedThreadPool(users.size());
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Boolean>> results = new ArrayList<>();
        for (User user : users) {
            results.add(executor.submit(() -> {
                start.await();
                return as(user, () -> {
                    deed.accept(user);
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
