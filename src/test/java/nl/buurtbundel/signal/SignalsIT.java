package nl.buurtbundel.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.buurtbundel.PackagedWar;
import nl.buurtbundel.Sql;
import nl.buurtbundel.SteeredClock;
import nl.buurtbundel.access.NewUser;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.access.User;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.access.Users;
import nl.buurtbundel.assessment.ArticleReference;
import nl.buurtbundel.assessment.Assessments;
import nl.buurtbundel.assessment.Deviation;
import nl.buurtbundel.assessment.NewObjection;
import nl.buurtbundel.assessment.ObjectionId;
import nl.buurtbundel.assessment.ObjectionKind;
import nl.buurtbundel.assessment.ObjectionState;
import nl.buurtbundel.assessment.ObjectionView;
import nl.buurtbundel.assessment.RefusalGround;
import nl.buurtbundel.budget.AppropriationLine;
import nl.buurtbundel.budget.Appropriations;
import nl.buurtbundel.budget.BridgeShare;
import nl.buurtbundel.budget.BridgeSummary;
import nl.buurtbundel.budget.Bridges;
import nl.buurtbundel.budget.BridgingBudgetSummary;
import nl.buurtbundel.budget.ContributorKind;
import nl.buurtbundel.budget.EscalationLevel;
import nl.buurtbundel.decision.DecisionId;
import nl.buurtbundel.decision.DecisionRoad;
import nl.buurtbundel.decision.Decisions;
import nl.buurtbundel.foundation.Conflict;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.ledger.Proofs;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.outcome.CostOfDeciding;
import nl.buurtbundel.outcome.CostOfDecision;
import nl.buurtbundel.outcome.DecidingCosts;
import nl.buurtbundel.outcome.WorkPart;
import nl.buurtbundel.outcome.WorkStep;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@Order(2)
class SignalsIT {
    private static final User RESIDENT = user(911, Role.RESIDENT);
    private static final User SIMPLIFIER = user(912, Role.SIMPLIFIER);
    private static final User COLLEAGUE = user(913, Role.SIMPLIFIER);
    private static final User MANAGER = user(915, Role.MANAGER);
    private static final User ADMINISTRATOR = user(916, Role.ADMINISTRATOR);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    @Inject
    private Signals signals;

    @Inject
    private Patterns patterns;

    @Inject
    private CasesToRepair cases;

    @Inject
    private Decisions decisions;

    @Inject
    private Escalations escalations;

    @Inject
    private Bridges bridges;

    @Inject
    private Appropriations appropriations;

    @Inject
    private Proofs proofs;

    @Inject
    private DecisionRoad road;

    @Inject
    private Assessments assessments;

    @Inject
    private Initiatives initiatives;

    @Inject
    private DecidingCosts costs;

    @Inject
    private Users users;

    @Inject
    private Clock clock;

    @Inject
    private Sql sql;

    @Deployment
    static WebArchive packagedWar() {
        return PackagedWar.with(SteeredClock.class);
    }

    @BeforeEach
    void begin() throws SQLException {
        SteeredClock.moveTo(TODAY);
        sql.execute("delete from case_to_repair");
        sql.execute("delete from escalation_step");
        sql.execute("delete from escalation");
        sql.execute("delete from signal");
        sql.execute("delete from structural_change");
        sql.execute("delete from signal_pattern");
        road.prepare();
    }

    @Test
    void of_who_does_not_ask_to_be_known_no_row_of_any_table_holds_who_it_was() throws SQLException {
        long before = number("select coalesce(max(id), 0) from audit_event");
        tap(RESIDENT, new Tap(Place.OWN_FILE, null, SignalKind.UNCLEAR, new ShortWords("De brief is moeilijk"), false));

        assertEquals(1, number("select count(*) from signal where raised_by is null and voice = 'RESIDENT'"));
        String row = " from audit_event where id > " + before + " and action = 'signal.tap'";
        assertEquals(1, number("select count(*)" + row + " and municipality = 'GM9906'"));
        assertEquals(0, number("select count(*)" + row + " and (actor is not null or on_behalf_of is not null)"));
        assertEquals(0, number("select count(*)" + row + " and details like '%911%'"));
        assertEquals(0, number("select count(*)" + row + " and details like '%brief%'"));
    }

    @Test
    void who_asks_to_be_known_is_told_to_the_simplifier_and_stands_in_the_log() throws SQLException {
        long before = number("select coalesce(max(id), 0) from audit_event");
        tap(RESIDENT, new Tap(Place.OWN_FILE, null, SignalKind.UNCLEAR, new ShortWords(""), true));

        assertEquals(1, number("select count(*) from signal where raised_by = 911"));
        assertEquals(
                1,
                number("select count(*) from audit_event where id > " + before
                        + " and action = 'signal.tap' and actor = 911"));
    }

    @Test
    void what_deciding_on_a_plan_took_is_added_up_overnight_and_who_opened_it_is_forgotten() throws SQLException {
        InitiativeId plan = road.advised();
        for (User one : List.of(DecisionRoad.ASSESSOR, DecisionRoad.PROPOSER, DecisionRoad.INITIATOR)) {
            open(one, plan);
        }
        assertEquals(2, number("select count(*) from page_opening where initiative = " + plan.value()));
        String login = "worker" + plan.value();
        users.create(new NewUser(
                login,
                login,
                DecisionRoad.MUNICIPALITY,
                Set.of(Role.TEAM_WORKER),
                Set.of(DecisionRoad.HERE),
                null,
                false));
        User worker = users.findByLoginName(login).orElseThrow();
        road.as(
                worker,
                () -> initiatives.assignToMe(plan, initiatives.readDossier(plan).version()));

        CostOfDecision cost = road.as(DecisionRoad.CONTROLLER, () -> costs.read(plan));
        assertEquals(3 * 2 * 60, cost.seconds(), "three workers, who each did one thing");
        assertEquals(Money.ofEuros(7), cost.total());
        assertEquals(
                List.of(new WorkPart<>(WorkStep.ASSESSING, 3 * 2 * 60, Money.ofEuros(7))),
                cost.parts(),
                "none by name");
        assertThrows(NotFound.class, () -> road.as(DecisionRoad.INITIATOR, () -> costs.read(plan)));

        SteeredClock.moveTo(TODAY.plusDays(1));
        addUp();
        addUp();
        assertEquals(0, number("select count(*) from page_opening where municipality = 'GM9906'"));
        assertEquals(cost, road.as(DecisionRoad.CONTROLLER, () -> costs.read(plan)));
        open(DecisionRoad.ASSESSOR, plan);
        assertEquals(
                4 * 2 * 60,
                road.as(DecisionRoad.CONTROLLER, () -> costs.read(plan)).seconds(),
                "what was not added up yet counts beside it");

        CostOfDeciding year = road.as(
                DecisionRoad.ALDERMEN.get(0), () -> costs.read(DecisionRoad.MUNICIPALITY, FiscalYear.of(TODAY)));
        assertTrue(year.seconds() >= 4 * 2 * 60);
        assertEquals(Money.ofEuros(1), Money.sum(year.ofEveryEuro()));
        sql.execute("delete from page_opening");
    }

    private void open(User user, InitiativeId plan) {
        road.as(user, () -> {
            costs.noteOpened(WorkStep.ASSESSING, plan);
            return true;
        });
    }

    private void addUp() {
        road.as(User.system(DecisionRoad.MUNICIPALITY), () -> {
            costs.addUp(DecisionRoad.MUNICIPALITY);
            return true;
        });
    }

    @Test
    void nobody_taps_on_a_page_that_they_may_not_see() {
        InitiativeId plan = road.advised();
        User elsewhere = new User(
                new UserId(914),
                "elsewhere",
                DecisionRoad.MUNICIPALITY,
                Set.of(Role.RESIDENT),
                Set.of(new NeighbourhoodCode("BU99060102")),
                null);
        Tap tap = new Tap(Place.PLAN, plan.value(), SignalKind.RULE, new ShortWords(""), false);
        assertThrows(NotFound.class, () -> tap(elsewhere, tap));
        assertThrows(NotFound.class, () -> tap(SIMPLIFIER, tap));
        assertThrows(
                NotFound.class,
                () -> tap(
                        DecisionRoad.PROPOSER,
                        new Tap(Place.OWN_FILE, null, SignalKind.RULE, new ShortWords(""), false)));
    }

    @Test
    void what_is_objected_and_refused_is_heard_once_without_its_words() throws SQLException {
        DecisionId decision = road.proposed();
        String ofPlan =
                " from signal where initiative = (select initiative from decision where id = " + decision.value() + ")";
        assertEquals(
                1, number("select count(*)" + ofPlan + " and source = 'OBJECTION' and kind = 'RULE' and words = ''"));
        as(DecisionRoad.ALDERMEN.get(0), () -> {
            decisions.refuse(decision, decisions.read(decision).version(), RefusalGround.NO_MONEY, "Op is op", null);
            return true;
        });
        assertEquals(
                1,
                number("select count(*)" + ofPlan
                        + " and source = 'REFUSAL' and kind = 'MONEY' and words = '' and raised_by is null"));
        assertEquals(2, number("select count(*)" + ofPlan));
    }

    @Test
    void an_office_that_is_too_busy_is_heard_once_a_day_and_without_who_said_it() throws SQLException {
        InitiativeId plan = road.advised();
        for (int i = 0; i < 2; i++) {
            as(DecisionRoad.PROPOSER, () -> {
                assessments.sayTooBusy(plan);
                return true;
            });
        }
        assertEquals(
                1,
                number("select count(*) from signal where source = 'CAPACITY' and kind = 'CAPACITY' and words = ''"
                        + " and raised_by is null and initiative = " + plan.value()));
    }

    @Test
    void while_payers_argue_the_bridging_budget_pays_and_every_bridge_settles_to_zero() throws SQLException {
        FiscalYear year = FiscalYear.of(TODAY);
        does(
                ADMINISTRATOR,
                () -> appropriations.load(
                        DecisionRoad.MUNICIPALITY,
                        year,
                        "bridging",
                        List.of(
                                new AppropriationLine("6.1", Money.ofEuros(20_000), false),
                                new AppropriationLine("6.712", Money.ofEuros(20_000), false))));
        User holder = DecisionRoad.BUDGET_HOLDERS.get(0);
        does(
                holder,
                () -> bridges.set(
                        DecisionRoad.MUNICIPALITY, year, EscalationLevel.LOCAL, "6.1", Money.ofEuros(5_000), null));
        BridgingBudgetSummary seen = budget(year);
        does(
                holder,
                () -> bridges.set(
                        DecisionRoad.MUNICIPALITY,
                        year,
                        EscalationLevel.LOCAL,
                        "6.1",
                        Money.ofEuros(6_000),
                        seen.version()));
        Money mine = Money.ofEuros(5_000);
        for (Integer stale : Arrays.asList(seen.version(), null)) {
            assertThrows(
                    Conflict.class,
                    () -> does(
                            holder,
                            () -> bridges.set(
                                    DecisionRoad.MUNICIPALITY, year, EscalationLevel.LOCAL, "6.1", mine, stale)));
        }
        assertEquals(Money.ofEuros(6_000), budget(year).total());
        does(
                holder,
                () -> bridges.set(
                        DecisionRoad.MUNICIPALITY,
                        year,
                        EscalationLevel.LOCAL,
                        "6.1",
                        mine,
                        budget(year).version()));
        InitiativeId plan = road.granted();
        EscalationId id = stuck(plan);
        does(MANAGER, () -> escalations.pause(id, version(plan), LocalDate.of(2026, 12, 10)));
        assertEquals(
                1,
                number("select count(*) from initiative_step where deed = 'PAUSED' and paused_until = date '2026-12-10'"
                        + " and initiative = " + plan.value()));
        does(
                MANAGER,
                () -> escalations.deviate(
                        id,
                        version(plan),
                        new Deviation(new ArticleReference("Awb, artikel 4:84"), null),
                        new ShortWords("De regel is voor grote zalen gemaakt"),
                        null));
        LocalDate until = LocalDate.of(2026, 12, 20);
        assertThrows(
                Refusal.class,
                () -> does(
                        MANAGER, () -> escalations.bridge(id, version(plan), "Zaal", Money.ofCents(5_000_01), until)));
        int before = version(plan);
        does(MANAGER, () -> escalations.bridge(id, before, "Zaal", Money.ofCents(1_000_02), until));
        // the page of a colleague, or a second tab, from before
        assertThrows(
                Conflict.class,
                () -> does(MANAGER, () -> escalations.bridge(id, before, "Zaal", Money.ofCents(1_000_02), until)));
        assertEquals(1_000_02, bridging("bridge:%"));
        assertEquals(3_999_98, bridging("bridging:%"));

        BridgeSummary bridge = bridge(plan);
        assertThrows(NotFound.class, () -> does(MANAGER, () -> bridges.settle(bridge.id(), bridge.version(), 1)));
        does(holder, () -> bridges.giveBack(bridge.id(), bridge.version(), Money.ofCents(1)));
        does(
                holder,
                () -> bridges.agree(
                        bridge.id(),
                        bridge(plan).version(),
                        List.of(
                                BridgeShare.ofTaskField("6.712", 1),
                                new BridgeShare(ContributorKind.HEALTH_INSURER, "Zorgverzekeraar", 1))));
        for (BridgeSummary.Payer payer : bridge(plan).payers()) {
            does(holder, () -> bridges.settle(bridge.id(), bridge(plan).version(), payer.place()));
        }
        assertEquals(0, bridging("bridge:%"));
        assertEquals(5_000_00, bridging("bridging:%"));
        String paid =
                "select coalesce(sum(balance_cents), 0) from ledger_account where kind = 'PAID' and reference = 'bridge:"
                        + bridge.id().value() + "'";
        assertEquals(1_000_01, number(paid));
        assertEquals(500_01, number(paid + " and task_field = '6.712'"));
        assertTrue(as(DecisionRoad.CONTROLLER, () -> proofs.prove(DecisionRoad.MUNICIPALITY))
                .holds());

        does(MANAGER, () -> escalations.bridge(id, version(plan), "Zaal", Money.ofEuros(200), until));
        SteeredClock.moveTo(LocalDate.of(2027, 1, 2));
        User program = User.system(DecisionRoad.MUNICIPALITY);
        assertEquals(2, as(program, () -> bridges.lapse(DecisionRoad.MUNICIPALITY)));
        assertEquals(0, as(program, () -> bridges.lapse(DecisionRoad.MUNICIPALITY)));
        assertEquals(0, number("select count(*) from ledger_account where kind = 'BRIDGING' and balance_cents <> 0"));
        assertTrue(as(DecisionRoad.CONTROLLER, () -> proofs.prove(DecisionRoad.MUNICIPALITY))
                .holds());
    }

    /** A resident asks the team, which hands it on; it is heard as a signal without its words. */
    private EscalationId stuck(InitiativeId plan) throws SQLException {
        assertThrows(NotFound.class, () -> start(RESIDENT, plan));
        EscalationId id = start(DecisionRoad.INITIATOR, plan);
        assertThrows(Refusal.class, () -> start(DecisionRoad.ASSESSOR, plan));
        assertEquals(
                1,
                number("select count(*) from signal where source = 'ESCALATION' and kind = 'MONEY' and words = ''"
                        + " and raised_by is null and initiative = " + plan.value()));
        assertEquals(0, as(MANAGER, escalations::listMine).size());
        assertThrows(NotFound.class, () -> does(MANAGER, () -> escalations.handOn(id, version(plan))));
        assertThrows(NotFound.class, () -> does(DecisionRoad.INITIATOR, () -> escalations.handOn(id, version(plan))));
        assertTrue(as(DecisionRoad.ASSESSOR, escalations::listMine).stream()
                .anyMatch(one -> one.plan().equals(plan)));
        does(DecisionRoad.ASSESSOR, () -> escalations.handOn(id, version(plan)));
        assertThrows(
                NotFound.class,
                () -> does(DecisionRoad.ASSESSOR, () -> escalations.pause(id, version(plan), TODAY.plusDays(3))));
        assertEquals(
                EscalationLevel.LOCAL, as(MANAGER, escalations::listMine).get(0).level());
        return id;
    }

    private EscalationId start(User user, InitiativeId plan) {
        return as(
                user,
                () -> escalations.start(
                        plan, EscalationReason.PAYERS_DISAGREE, new ShortWords("Wie betaalt de zaal?")));
    }

    private BridgingBudgetSummary budget(FiscalYear year) {
        return as(DecisionRoad.CONTROLLER, () -> bridges.listBudgets(DecisionRoad.MUNICIPALITY, year))
                .get(0);
    }

    @Test
    void of_two_who_ask_at_the_same_second_one_escalation_is_open() throws Exception {
        InitiativeId plan = road.advised();
        CountDownLatch both = new CountDownLatch(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Future<String>> asked = Stream.of(DecisionRoad.INITIATOR, DecisionRoad.ASSESSOR)
                .map(user -> threads.submit(() -> {
                    both.countDown();
                    both.await();
                    try {
                        start(user, plan);
                        return "";
                    } catch (Refusal refused) {
                        return refused.getMessage();
                    }
                }))
                .toList();
        List<String> heard = new ArrayList<>();
        for (Future<String> one : asked) {
            heard.add(one.get());
        }
        threads.shutdown();
        assertEquals(
                List.of("", "signal.error.escalated-already"),
                heard.stream().sorted().toList());
        String open = "select count(*) from escalation where ended_on is null and initiative = " + plan.value();
        assertEquals(1, number(open));
        assertThrows(
                SQLException.class,
                () -> sql.execute("insert into escalation (id, version, neighbourhood, initiative, reason, words,"
                        + " started_by, started_on, escalation_level, due_on, answered, open_plan)"
                        + " select 999999, 0, neighbourhood, initiative, reason, words, started_by, started_on,"
                        + " escalation_level, due_on, answered, open_plan from escalation"));
        assertEquals(1, number(open));
        EscalationView now = as(MANAGER, () -> escalations.find(plan)).orElseThrow();
        if (now.level() == EscalationLevel.TEAM) {
            does(DecisionRoad.ASSESSOR, () -> escalations.handOn(now.id(), now.version()));
        }
        does(MANAGER, () -> escalations.solve(now.id(), version(plan), new ShortWords("Opgelost")));
        start(DecisionRoad.INITIATOR, plan);
        assertEquals(1, number(open));
    }

    @Test
    void who_deviates_from_a_rule_answers_the_objection_by_that_rule_and_no_other() throws SQLException {
        InitiativeId plan = road.advised();
        ArticleReference rule = new ArticleReference("Warenwetbesluit, artikel 2");
        ObjectionId inTheWay = object(plan, "Koken mag hier niet", rule);
        ObjectionId other = object(plan, "Ook de zaal mag niet", new ArticleReference("Bouwbesluit, artikel 7"));
        EscalationId id = start(DecisionRoad.ASSESSOR, plan);
        Deviation deviation = new Deviation(new ArticleReference("Awb, artikel 4:84"), TODAY.plusDays(30));
        ShortWords why = new ShortWords("De regel is voor restaurants gemaakt");
        ObjectionId elsewhere = new ObjectionId(-1);
        assertThrows(
                NotFound.class,
                () -> does(MANAGER, () -> escalations.deviate(id, version(plan), deviation, why, elsewhere)));
        assertThrows(
                NotFound.class,
                () -> does(
                        DecisionRoad.ASSESSOR, () -> escalations.deviate(id, version(plan), deviation, why, inTheWay)));
        assertEquals(0, number("select count(*) from escalation_step where deed = 'DEVIATED'"));
        does(MANAGER, () -> escalations.deviate(id, version(plan), deviation, why, inTheWay));

        ObjectionView answered = objection(plan, inTheWay);
        assertEquals(deviation, answered.deviation());
        assertEquals(rule, answered.article());
        assertEquals(ObjectionState.ANSWERED, answered.state());
        assertTrue(!answered.blocks());
        assertTrue(objection(plan, other).blocks());
        assertEquals(
                1,
                number("select count(*) from audit_event where action = 'assessment.deviate-objection'"
                        + " and actor = " + MANAGER.id().value() + " and subject = '" + inTheWay.value() + "'"));
        assertThrows(
                Refusal.class,
                () -> does(MANAGER, () -> escalations.deviate(id, version(plan), deviation, why, inTheWay)));
        assertEquals(1, number("select count(*) from escalation_step where deed = 'DEVIATED'"));
        SteeredClock.moveTo(TODAY.plusDays(31));
        assertEquals(ObjectionState.ASKED_AGAIN, objection(plan, inTheWay).state());
        assertTrue(objection(plan, inTheWay).blocks());
    }

    private ObjectionId object(InitiativeId plan, String words, ArticleReference rule) {
        return as(
                DecisionRoad.CONTROLLER,
                () -> assessments.object(plan, new NewObjection(ObjectionKind.LAW, words, null, rule)));
    }

    private ObjectionView objection(InitiativeId plan, ObjectionId id) {
        return as(MANAGER, () -> assessments.listObjections(plan)).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private int version(InitiativeId plan) {
        return as(MANAGER, () -> escalations.find(plan)).orElseThrow().version();
    }

    private BridgeSummary bridge(InitiativeId plan) {
        return as(DecisionRoad.CONTROLLER, () -> bridges.list(DecisionRoad.MUNICIPALITY, FiscalYear.of(TODAY))).stream()
                .filter(one -> one.plan().equals(plan.reference()))
                .findFirst()
                .orElseThrow();
    }

    private long bridging(String reference) throws SQLException {
        return number("select coalesce(sum(balance_cents), 0) from ledger_account where kind = 'BRIDGING'"
                + " and reference like '" + reference + "'");
    }

    private void does(User user, Runnable deed) {
        as(user, () -> {
            deed.run();
            return true;
        });
    }

    @Test
    void what_is_late_is_heard_once_for_each_office_that_it_comes_to() throws SQLException {
        InitiativeId plan = road.advised();
        User program = User.system(DecisionRoad.MUNICIPALITY);
        String late = "select count(*) from signal where source = 'LATE_STEP' and initiative = " + plan.value();
        noteLate(program);
        assertEquals(0, number(late));
        SteeredClock.moveTo(TODAY.plusDays(20));
        noteLate(program);
        noteLate(program);
        assertEquals(1, number(late + " and kind = 'TOO_LONG' and step = 'ADVISED'"));
        SteeredClock.moveTo(TODAY.plusDays(40));
        noteLate(program);
        assertEquals(2, number(late));
    }

    @Test
    void a_pattern_is_confirmed_changed_and_its_plans_go_on() throws SQLException {
        InitiativeId plan = road.advised();
        for (int i = 0; i < 3; i++) {
            tap(
                    DecisionRoad.INITIATOR,
                    new Tap(
                            Place.PLAN,
                            plan.value(),
                            SignalKind.FORMS,
                            new ShortWords("Weer een verklaring omtrent gedrag nodig"),
                            false));
        }
        take(200, "Weer een verklaring omtrent gedrag aanvragen", 40);

        PatternProposal proposal = as(SIMPLIFIER, patterns::listProposals).stream()
                .filter(one -> one.signals().stream().anyMatch(signal -> signal.kind() == SignalKind.FORMS))
                .findFirst()
                .orElseThrow();
        assertEquals(43, proposal.signals().size());
        List<SignalId> ids = proposal.signals().stream().map(HeardSignal::id).toList();
        PatternId id = as(SIMPLIFIER, () -> patterns.confirm("VOG per plan", ids));
        assertThrows(Conflict.class, () -> as(COLLEAGUE, () -> patterns.confirm("Nog eens", ids)));
        assertTrue(page(id).mine());
        assertFalse(as(COLLEAGUE, () -> patterns.read(id)).mine());

        assertEquals(
                "signal.error.cause-first", refused(() -> patterns.proposeChange(id, page(id).version(), "Anders")));
        int seen = page(id).version();
        does(() -> patterns.describe(id, seen, "VOG per plan", "Oude subsidieregel", "jurist"));
        assertEquals("foundation.error.conflict", refused(() -> patterns.proposeChange(id, seen, "Drie jaar geldig")));
        does(() -> patterns.proposeChange(id, page(id).version(), "Drie jaar geldig"));
        int proposed = page(id).version();
        does(() -> patterns.decideChange(id, proposed, ChangeDecider.COLLEGE, true, TODAY.minusDays(100)));
        assertEquals(
                "foundation.error.conflict",
                refused(() -> patterns.decideChange(id, proposed, ChangeDecider.COLLEGE, false, TODAY)));
        assertEquals(0, page(id).toRepair());
        does(() -> patterns.finishChange(id, page(id).version(), TODAY.minusDays(90)));

        assertEquals(
                FollowUp.Verdict.FELL,
                Stream.of(page(id))
                        .map(PatternPage::followUp)
                        .findFirst()
                        .orElseThrow()
                        .verdict());
        ChangedRule told = as(RESIDENT, patterns::listChanged).get(0);
        assertEquals(45, told.heard());
        assertEquals("Drie jaar geldig", told.what());

        assertEquals(0, page(id).toRepair(), "what chafes after the change is not repaired by it");
        sql.execute(
                "update signal set raised_on = date '" + TODAY.minusDays(120) + "' where initiative = " + plan.value());
        assertEquals(1, page(id).toRepair());
        assertEquals(1, as(SIMPLIFIER, () -> patterns.offerRepair(id, page(id).version())));
        assertEquals(0, as(SIMPLIFIER, () -> patterns.offerRepair(id, page(id).version())));
        PlanToRepair waiting = as(DecisionRoad.ASSESSOR, cases::listMine).get(0);
        assertEquals(plan, waiting.plan());
        assertEquals("Drie jaar geldig", waiting.what());
        assertThrows(NotFound.class, () -> as(SIMPLIFIER, cases::listMine));
        as(DecisionRoad.ASSESSOR, () -> {
            cases.takeUp(waiting.id(), waiting.version());
            return true;
        });
        assertEquals(List.of(), as(DecisionRoad.ASSESSOR, cases::listMine));
        assertEquals(1, page(id).takenUp());
    }

    @Test
    void a_signal_is_moved_and_what_stands_alone_is_not_proposed_again() {
        take(10, "De zaal in het buurthuis is te duur", 3);
        take(10, "De zaal in het buurthuis is te duur voor ons", 3);
        PatternProposal all = as(SIMPLIFIER, patterns::listProposals).get(0);
        PatternId id = as(
                SIMPLIFIER,
                () -> patterns.confirm(
                        "Zaalhuur", all.signals().stream().map(HeardSignal::id).toList()));
        HeardSignal one = as(SIMPLIFIER, () -> patterns.listSignals(id, 0, 1)).get(0);
        does(() -> patterns.move(one.id(), one.version(), null));
        assertEquals(5, page(id).signals());
        assertEquals(List.of(), as(SIMPLIFIER, patterns::listProposals));
        assertThrows(
                Conflict.class,
                () -> as(SIMPLIFIER, () -> {
                    patterns.move(one.id(), one.version(), id);
                    return true;
                }));
        take(1, "De zaal in het buurthuis is te duur", 1);
        PatternProposal more = as(SIMPLIFIER, patterns::listProposals).get(0);
        assertEquals(id, more.pattern());
        does(() -> patterns.add(
                id, more.version(), more.signals().stream().map(HeardSignal::id).toList()));
        assertEquals(6, page(id).signals());
    }

    @Test
    void who_went_back_is_proposed_and_counted_from_the_threshold_on_only() {
        User program = User.system(DecisionRoad.MUNICIPALITY);
        for (int i = 0; i < 9; i++) {
            takeKind(program, SignalKind.WENT_BACK, 30);
        }
        assertEquals(List.of(), as(SIMPLIFIER, patterns::listProposals));
        for (int i = 0; i < 3; i++) {
            takeKind(program, SignalKind.WENT_BACK, 30);
        }
        PatternProposal proposal = as(SIMPLIFIER, patterns::listProposals).get(0);
        // who looks at twelve and tomorrow at thirteen would know that one went back: ten are shown, until there are
        // twenty
        assertEquals(10, proposal.signals().size());
        assertEquals(List.of(proposal.signals()), proposal.choices());
        HeardSignal one = proposal.signals().get(0);
        // who confirms them one by one reads from the count of the pattern when there are no more
        assertThrows(Refusal.class, () -> as(SIMPLIFIER, () -> patterns.confirm("Terug", List.of(one.id()))));
        assertThrows(
                NotFound.class,
                () -> as(SIMPLIFIER, () -> {
                    patterns.move(one.id(), one.version(), null);
                    return true;
                }));
        PatternId id = as(
                SIMPLIFIER,
                () -> patterns.confirm(
                        "Terug",
                        proposal.signals().stream().map(HeardSignal::id).toList()));
        assertEquals(10, page(id).signals());
        assertEquals(List.of(), as(SIMPLIFIER, () -> patterns.listSignals(id, 0, 50)));
    }

    private void takeKind(User program, SignalKind kind, int daysAgo) {
        as(program, () -> {
            signals.takeEarlier(List.of(new EarlierSignal(
                    LocalDate.now(clock).minusDays(daysAgo), kind, Voice.PROGRAM, null, null, new ShortWords(""))));
            return true;
        });
    }

    /** So many, spread over as many days as there are before so many days ago. */
    private void take(int daysAgo, String words, int count) {
        as(User.system(DecisionRoad.MUNICIPALITY), () -> {
            signals.takeEarlier(Stream.iterate(0, i -> i + 1)
                    .limit(count)
                    .map(i -> new EarlierSignal(
                            LocalDate.now(clock).minusDays(daysAgo + i * 5L),
                            SignalKind.FORMS,
                            Voice.RESIDENT,
                            "ADVISED",
                            null,
                            new ShortWords(words)))
                    .toList());
            return true;
        });
    }

    private void noteLate(User program) {
        as(program, () -> {
            signals.noteLate(DecisionRoad.MUNICIPALITY);
            return true;
        });
    }

    private void tap(User user, Tap tap) {
        as(user, () -> {
            signals.tap(tap);
            return true;
        });
    }

    private PatternPage page(PatternId id) {
        return as(SIMPLIFIER, () -> patterns.read(id));
    }

    private void does(Runnable work) {
        as(SIMPLIFIER, () -> {
            work.run();
            return true;
        });
    }

    private String refused(Runnable work) {
        return assertThrows(Refusal.class, () -> does(work)).code();
    }

    private <T> T as(User user, Supplier<T> work) {
        return road.as(user, work);
    }

    private long number(String query) throws SQLException {
        return sql.number(query);
    }

    private static User user(long id, Role role) {
        return new User(
                new UserId(id), role.name(), DecisionRoad.MUNICIPALITY, Set.of(role), Set.of(DecisionRoad.HERE), null);
    }
}
