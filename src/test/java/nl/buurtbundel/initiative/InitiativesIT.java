package nl.buurtbundel.initiative;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import javax.sql.DataSource;
import nl.buurtbundel.InTransaction;
import nl.buurtbundel.PackagedWar;
import nl.buurtbundel.Sql;
import nl.buurtbundel.access.CurrentUser;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.access.User;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.assessment.Assessments;
import nl.buurtbundel.catalogue.Way;
import nl.buurtbundel.foundation.Conflict;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.outcome.HelperChanges;
import nl.buurtbundel.outcome.OutcomeMoment;
import nl.buurtbundel.outcome.PlanOutcome;
import nl.buurtbundel.outcome.WaitsForHelp;
import nl.buurtbundel.outcome.WhatWorks;
import nl.buurtbundel.outcome.WhatWorksAnswer;
import nl.buurtbundel.provision.HouseholdId;
import nl.buurtbundel.provision.HouseholdsRegrouped;
import nl.buurtbundel.provision.Need;
import nl.buurtbundel.provision.PersonId;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class InitiativesIT {
    private static final MunicipalityCode MUNICIPALITY = new MunicipalityCode("GM9903");
    private static final NeighbourhoodCode HERE = new NeighbourhoodCode("BU99030101");
    private static final NeighbourhoodCode ELSEWHERE = new NeighbourhoodCode("BU99030102");
    private static final User INITIATOR = user(501, Role.RESIDENT, HERE, "initiator");
    private static final User WORKER = user(502, Role.TEAM_WORKER, HERE, null);
    private static final User COLLEAGUE = user(503, Role.TEAM_WORKER, HERE, null);
    private static final User ALDERMAN = user(504, Role.ALDERMAN, HERE, null);
    private static final User CONTROLLER = user(505, Role.CONTROLLER, HERE, null);
    private static final User STRANGER = user(506, Role.RESIDENT, ELSEWHERE, "stranger");

    @Inject
    private Initiatives initiatives;

    @Inject
    private Pledges pledges;

    @Inject
    private WhatHelps whatHelps;

    @Inject
    private WhatWorks whatWorks;

    @Inject
    private HelperChanges helperChanges;

    @Inject
    private Offers offers;

    @Inject
    private Drafts drafts;

    @Inject
    private PrivateRooms rooms;

    @Inject
    private OwnPlans ownPlans;

    @Inject
    private Assessments assessments;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Event<HouseholdsRegrouped> regrouped;

    @Inject
    private InTransaction transaction;

    @Inject
    private Clock clock;

    @Resource(lookup = "java:app/jdbc/buurtbundel")
    private DataSource dataSource;

    @Inject
    private Sql sql;

    @Deployment
    static WebArchive packagedWar() {
        return PackagedWar.with();
    }

    @Test
    void a_plan_goes_from_idea_to_running_and_its_households_stay_unseen() {
        InitiativeId id = openPlan("need-a", 12, 0);
        List<User> residents = residents(600, 12);
        residents.forEach(r -> as(r, () -> pledges.join(id, 1, 1)));
        assertTrue(as(INITIATOR, () -> initiatives.read(id)).enough());
        assertNull(as(INITIATOR, () -> initiatives.readStanding(id)).households());

        as(INITIATOR, () -> initiatives.submit(id, version(id)));
        as(WORKER, () -> initiatives.takeIntoAssessment(id, version(id)));
        assertEquals(12, as(WORKER, () -> initiatives.readStanding(id)).households());
        assertNull(as(COLLEAGUE, () -> initiatives.readStanding(id)).households());
        as(WORKER, () -> initiatives.advise(id, version(id)));
        refused(NotFound.class, () -> as(ALDERMAN, () -> initiatives.listPledgedPersons(id)));
        refused(NotFound.class, () -> as(COLLEAGUE, () -> initiatives.listPledgedPersons(id)));
        refused(NotFound.class, () -> as(INITIATOR, () -> initiatives.readDossier(id)));
        as(ALDERMAN, () -> {
            initiatives.grant(id, 77, Money.ofEuros(1_000));
            return true;
        });
        as(WORKER, () -> {
            initiatives.start(id);
            return true;
        });
        List<PledgedPerson> persons = as(WORKER, () -> initiatives.listPledgedPersons(id));
        assertEquals(12, persons.size());
        assertTrue(persons.stream().allMatch(PledgedPerson::definite));

        PublicInitiative everybody = initiatives.readPublic(id);
        assertEquals(10, everybody.households());
        assertEquals(Money.ofEuros(1_000), everybody.granted());
        as(resident(620), () -> pledges.join(id, 1, 1));
        assertEquals(13, as(WORKER, () -> initiatives.readStanding(id)).households());
        assertEquals(10, initiatives.readPublic(id).households(), "one yes more does not show, not even at 13");
        assertTrue(initiatives.listPublic(MUNICIPALITY, 0).plans().stream().anyMatch(p -> p.id().equals(id)));
        assertTrue(
                as(CONTROLLER, () -> initiatives.listDeviations(MUNICIPALITY)).isEmpty());

        assertFalse(isAskedToEnd(id, WORKER));
        as(INITIATOR, () -> initiatives.askToEnd(id, version(id)));
        assertTrue(isAskedToEnd(id, WORKER));
        assertFalse(isAskedToEnd(id, user(507, Role.TEAM_WORKER, ELSEWHERE, null)));

        as(WORKER, () -> initiatives.stop(id, version(id), StopReason.TOO_FEW_HOUSEHOLDS));
        assertFalse(isAskedToEnd(id, WORKER));
        PublicInitiative ended = initiatives.readPublic(id);
        assertEquals(
                "initiative.stop-reason.too-few-households",
                ended.timeline().get(ended.timeline().size() - 1).reasonKey());
        assertNull(ended.ground());
        assertEquals(10, ended.households());
        assertTrue(as(residents.get(0), () -> pledges.findMine(id)).isEmpty());
        assertTrue(
                as(CONTROLLER, () -> initiatives.listDeviations(MUNICIPALITY)).isEmpty());
    }

    @Test
    void what_would_help_is_counted_once_and_told_to_the_team_when_enough_said_it() {
        InitiativeId id = openPlan("need-helps", 12, 0);
        List<User> residents = residents(2600, 12);
        User first = residents.get(0);
        PledgeId pledge = as(first, () -> pledges.join(id, 1, 1)).pledge();
        say(first, pledge, Way.LEARNING);
        refused(Refusal.class, () -> say(first, pledge, Way.MEANS));
        refused(NotFound.class, () -> say(residents.get(1), pledge, Way.MEANS));
        int version = as(first, () -> pledges.findMine(id)).orElseThrow().version();
        as(first, () -> pledges.leave(pledge, version));
        say(first, as(first, () -> pledges.join(id, 1, 1)).pledge(), Way.MEANS);
        for (User other : residents.subList(1, 9)) {
            say(other, as(other, () -> pledges.join(id, 1, 1)).pledge(), Way.CARRIED);
        }
        assertNull(as(WORKER, () -> whatHelps.read(id)).said(), "nine people, one of whom said it twice");

        User tenth = residents.get(9);
        say(tenth, as(tenth, () -> pledges.join(id, 1, 1)).pledge(), Way.CARRIED);
        WaysWanted.Said said = as(WORKER, () -> whatHelps.read(id)).said();
        assertEquals(10, said.answers());
        assertEquals(10, said.of(Way.CARRIED));
        assertEquals(0, said.of(Way.LEARNING), "one voice is not to be seen");
        refused(NotFound.class, () -> as(INITIATOR, () -> whatHelps.read(id)));
    }

    @Test
    void after_three_months_who_takes_part_says_whether_it_works_and_nobody_learns_who_said_what() throws Exception {
        InitiativeId id = openPlan("need-works", 12, 0);
        List<User> residents = residents(2700, 12);
        residents.forEach(r -> as(r, () -> pledges.join(id, 1, 1)));
        as(INITIATOR, () -> initiatives.submit(id, version(id)));
        as(WORKER, () -> initiatives.takeIntoAssessment(id, version(id)));
        as(WORKER, () -> initiatives.advise(id, version(id)));
        as(ALDERMAN, () -> {
            initiatives.grant(id, 78, Money.ofEuros(1_000));
            return true;
        });
        as(WORKER, () -> {
            initiatives.start(id);
            return true;
        });
        User first = residents.get(0);
        assertTrue(as(first, () -> whatWorks.findDue(id)).isEmpty(), "too early");
        refused(Refusal.class, () -> answer(first, id, true));
        LocalDate longAgo = LocalDate.now(clock).minusMonths(3);
        sql.execute("update initiative set started_on = date '" + longAgo + "' where id = " + id.value());
        sql.execute(
                "update pledge set joined_on = date '" + longAgo.minusDays(1) + "' where initiative = " + id.value());

        for (User one : residents.subList(0, 9)) {
            assertEquals(
                    OutcomeMoment.AFTER_THREE_MONTHS,
                    as(one, () -> whatWorks.findDue(id)).orElseThrow());
            answer(one, id, true);
        }
        assertTrue(as(first, () -> whatWorks.findDue(id)).isEmpty(), "asked once");
        refused(Refusal.class, () -> answer(first, id, false));
        assertNull(as(WORKER, () -> whatWorks.list(id)).get(0).answers());
        answer(residents.get(9), id, false);
        PlanOutcome outcome = as(ALDERMAN, () -> whatWorks.list(id)).get(0);
        assertEquals(10, outcome.answers());
        assertEquals(10, outcome.click());
        assertEquals(10, outcome.helped());
        assertNull(outcome.wentBack());
        refused(NotFound.class, () -> as(first, () -> whatWorks.list(id)));

        askForAnother(first, id);
        refused(Refusal.class, () -> askForAnother(first, id));
        refused(Refusal.class, () -> askForAnother(INITIATOR, id));
        assertTrue(as(first, () -> helperChanges.findMine(id)).waitsSince().isPresent());
        assertTrue(as(residents.get(1), () -> helperChanges.findMine(id))
                .waitsSince()
                .isEmpty());
        refused(NotFound.class, () -> as(INITIATOR, () -> helperChanges.list(id)));
        assertEquals(1, as(COLLEAGUE, () -> helperChanges.listWork()).get(0).asks());
        WaitsForHelp waits = as(WORKER, () -> helperChanges.list(id)).get(0);
        as(WORKER, () -> {
            helperChanges.settle(waits.id(), waits.version());
            return true;
        });
        assertTrue(as(WORKER, () -> helperChanges.list(id)).isEmpty());
        assertTrue(as(first, () -> helperChanges.findMine(id)).waitsSince().isEmpty());
    }

    private boolean answer(User resident, InitiativeId id, boolean yes) {
        return as(resident, () -> {
            whatWorks.answer(id, OutcomeMoment.AFTER_THREE_MONTHS, new WhatWorksAnswer(yes, yes, yes));
            return true;
        });
    }

    private boolean askForAnother(User resident, InitiativeId id) {
        return as(resident, () -> {
            helperChanges.ask(id);
            return true;
        });
    }

    private boolean say(User resident, PledgeId pledge, Way way) {
        return as(resident, () -> {
            whatHelps.say(pledge, way);
            return true;
        });
    }

    /** Of plans that were granted before the number was kept: it is read back from who said yes by then. */
    @Test
    void how_many_took_part_when_a_plan_was_granted_can_be_read_back() throws Exception {
        InitiativeId id = openPlan("need-l", 2, 0);
        List<User> residents = residents(630, 12);
        residents.forEach(resident -> as(resident, () -> pledges.join(id, 1, 1)));
        leave(residents.get(0), id);
        leave(residents.get(1), id);
        as(residents.get(1), () -> pledges.join(id, 1, 1));
        as(resident(645), () -> pledges.join(id, 1, 2)); // the other adult has still to say yes
        run(id);
        as(resident(646), () -> pledges.join(id, 1, 1));
        leave(residents.get(3), id);
        assertEquals(11, sql.number("select granted_households from initiative where id = " + id.value()));
        sql.execute("update initiative set granted_households = null where id = " + id.value());
        sql.execute("update initiative_step set households = null where initiative = " + id.value());

        try (var migration = getClass().getResourceAsStream("/db/migration/V082__households_when_granted.sql")) {
            String script = new String(migration.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
            for (String statement : script.split(";")) {
                if (statement.strip().startsWith("update")) {
                    sql.execute(statement);
                }
            }
        }
        assertEquals(11, sql.number("select granted_households from initiative where id = " + id.value()));
        assertTrue(
                as(CONTROLLER, () -> initiatives.listDeviations(MUNICIPALITY)).isEmpty());
    }

    private void leave(User resident, InitiativeId id) {
        MyPledge pledge = as(resident, () -> pledges.findMine(id)).orElseThrow();
        as(resident, () -> pledges.leave(pledge.id(), pledge.version()));
    }

    @Test
    void another_price_asks_again_and_the_version_seen_travels_along() {
        InitiativeId id = openPlan("need-b", 1, 0);
        User resident = resident(700);
        as(resident, () -> pledges.join(id, 1, 1));
        InitiativePage page = as(INITIATOR, () -> initiatives.read(id));
        assertTrue(page.enough());
        assertTrue(as(INITIATOR, () -> initiatives.changePlan(id, page.version(), Plans.withPrice(page.plan(), 50))));
        assertFalse(as(INITIATOR, () -> initiatives.read(id)).enough());
        refused(
                Conflict.class,
                () -> as(
                        INITIATOR, () -> initiatives.changePlan(id, page.version(), Plans.withPrice(page.plan(), 60))));
        MyPledge mine = as(resident, () -> pledges.findMine(id)).orElseThrow();
        assertEquals(MyPledge.Answer.ASKED_AGAIN, mine.answer());
        refused(
                Conflict.class,
                () -> as(resident, () -> {
                    pledges.confirm(mine.id(), mine.version(), 1);
                    return true;
                }));
        as(resident, () -> {
            pledges.confirm(mine.id(), mine.version(), 2);
            return true;
        });
        assertTrue(as(INITIATOR, () -> initiatives.read(id)).enough());
        MyPledge confirmed = as(resident, () -> pledges.findMine(id)).orElseThrow();
        as(resident, () -> pledges.leave(confirmed.id(), confirmed.version()));
        assertFalse(as(INITIATOR, () -> initiatives.read(id)).enough());
        as(resident, () -> pledges.join(id, 2, 1));
        assertTrue(as(INITIATOR, () -> initiatives.read(id)).enough());
    }

    @Test
    void two_adults_say_yes_each_on_an_own_account() {
        InitiativeId id = openPlan("need-c", 1, 0);
        User one = resident(710);
        User other = resident(711);
        Joined joined = as(one, () -> pledges.join(id, 1, 2));
        assertNotNull(joined.codeForOtherAdult());
        assertFalse(as(one, () -> initiatives.read(id)).enough());
        String code = as(
                one,
                () -> pledges.renewCode(
                        joined.pledge(), pledges.findMine(id).orElseThrow().version()));
        refused(Refusal.class, () -> as(other, () -> pledges.joinWithCode(joined.codeForOtherAdult())));
        assertEquals(id, as(other, () -> pledges.joinWithCode(code)));
        assertTrue(as(one, () -> initiatives.read(id)).enough());
        assertEquals(1, as(other, () -> pledges.listMine()).size());
        refused(NotFound.class, () -> as(STRANGER, () -> pledges.leave(joined.pledge(), 1)));
    }

    @Test
    void one_need_takes_part_in_one_plan_however_fast_one_clicks() throws Exception {
        List<InitiativeId> plans = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            plans.add(openPlan("need-d", 1, 0));
        }
        for (int round = 0; round < 10; round++) {
            User resident = resident(720 + round);
            CountDownLatch start = new CountDownLatch(1);
            ExecutorService threads = Executors.newFixedThreadPool(plans.size());
            try {
                List<Future<Boolean>> answers = new ArrayList<>();
                for (InitiativeId plan : plans) {
                    answers.add(threads.submit(() -> {
                        start.await();
                        try {
                            as(resident, () -> pledges.join(plan, 1, 1));
                            return true;
                        } catch (RuntimeException e) {
                            return false;
                        }
                    }));
                }
                start.countDown();
                int joined = 0;
                for (Future<Boolean> answer : answers) {
                    joined += answer.get() ? 1 : 0;
                }
                assertEquals(1, joined);
                assertEquals(1, as(resident, () -> pledges.listMine()).size());
            } finally {
                threads.shutdownNow();
            }
        }
    }

    @Test
    void two_parents_on_two_accounts_count_once_and_neither_learns_of_the_other() throws Exception {
        InitiativeId plan = openPlan("need-g", 2, 0);
        InitiativeId other = openPlan("need-g", 1, 0);
        User mother = inHousehold(770, 9_903_001);
        User father = inHousehold(771, 9_903_001);
        User neighbour = inHousehold(772, 9_903_002);
        as(mother, () -> pledges.join(plan, 1, 1));
        as(father, () -> pledges.join(other, 1, 1));
        MyPledge fathers = as(father, () -> pledges.findMine(other)).orElseThrow();
        assertEquals(MyPledge.Answer.TAKES_PART, fathers.answer(), "what he reads tells nothing of her");
        assertFalse(as(father, () -> initiatives.read(other)).enough(), "the household counts once");
        as(father, () -> pledges.leave(fathers.id(), fathers.version()));
        as(father, () -> pledges.join(plan, 1, 1));
        assertFalse(as(mother, () -> initiatives.read(plan)).enough(), "nor twice for one plan");
        as(neighbour, () -> pledges.join(plan, 1, 1));
        assertTrue(as(mother, () -> initiatives.read(plan)).enough());

        // she leaves, and his yes counts from then on
        MyPledge mothers = as(mother, () -> pledges.findMine(plan)).orElseThrow();
        as(mother, () -> pledges.leave(mothers.id(), mothers.version()));
        assertTrue(as(father, () -> initiatives.read(plan)).enough());
        as(mother, () -> pledges.join(other, 1, 1));
        assertFalse(as(mother, () -> initiatives.read(other)).enough());
        MyPledge again = as(father, () -> pledges.findMine(plan)).orElseThrow();
        as(father, () -> pledges.leave(again.id(), again.version()));
        assertTrue(as(mother, () -> initiatives.read(other)).enough());
        assertTrue(
                as(CONTROLLER, () -> initiatives.listDeviations(MUNICIPALITY)).isEmpty());
    }

    @Test
    void a_plan_that_ends_makes_room_for_the_other_yes_of_the_household() throws Exception {
        InitiativeId plan = openPlan("need-j", 1, 0);
        InitiativeId other = openPlan("need-j", 1, 0);
        User mother = inHousehold(773, 9_903_003);
        User father = inHousehold(774, 9_903_003);
        as(mother, () -> pledges.join(plan, 1, 1));
        as(father, () -> pledges.join(other, 1, 1));
        assertFalse(as(father, () -> initiatives.read(other)).enough());
        as(INITIATOR, () -> initiatives.withdraw(plan, version(plan)));
        assertTrue(as(father, () -> initiatives.read(other)).enough());
    }

    /** What the mother takes along must be given back before the father’s yes can take it: the order of two observers. */
    @Test
    void who_moves_out_leaves_the_need_at_home_to_the_yes_of_the_other() throws Exception {
        String need = Need.PARENTING_SUPPORT.code();
        InitiativeId plan = openPlan(need, 1, 0);
        InitiativeId other = openPlan(need, 1, 0);
        long home = 9_903_006;
        long away = 9_903_007;
        User mother = inHousehold(790, home);
        User father = inHousehold(791, home);
        inHousehold(792, away);
        as(mother, () -> pledges.join(plan, 1, 1));
        as(father, () -> pledges.join(other, 1, 1));
        as(resident(793), () -> pledges.join(other, 1, 1));
        run(plan);
        run(other);
        assertEquals(List.of(plan.reference()), plansThatTook(home));

        PersonId moves = PersonId.find(mother.findSubject().orElseThrow()).orElseThrow();
        sql.execute("update person set household = " + away + " where id = " + moves.value());
        as(
                User.system(MUNICIPALITY),
                () -> transaction.call(() -> {
                    regrouped.fire(new HouseholdsRegrouped(
                            MUNICIPALITY,
                            List.of(new HouseholdsRegrouped.Move(
                                    moves, new HouseholdId(home), new HouseholdId(away)))));
                    return true;
                }));

        assertEquals(List.of(plan.reference()), plansThatTook(away));
        assertEquals(List.of(other.reference()), plansThatTook(home));
    }

    private void grant(InitiativeId id) {
        as(INITIATOR, () -> initiatives.submit(id, version(id)));
        as(WORKER, () -> initiatives.takeIntoAssessment(id, version(id)));
        as(WORKER, () -> initiatives.advise(id, version(id)));
        as(ALDERMAN, () -> {
            initiatives.grant(id, 79, Money.ofEuros(1_000));
            return true;
        });
    }

    private void run(InitiativeId id) {
        grant(id);
        as(WORKER, () -> {
            initiatives.start(id);
            return true;
        });
    }

    private List<String> plansThatTook(long household) throws Exception {
        List<String> plans = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select initiative from opportunity_taken_need where household = " + household)) {
            while (rows.next()) {
                plans.add(rows.getString(1));
            }
        }
        return plans;
    }

    @Test
    void no_more_adults_say_yes_than_the_register_knows_at_home() throws Exception {
        InitiativeId plan = openPlan("need-k", 1, 0);
        User alone = inHousehold(775, 9_903_004);
        sql.execute("update person set household_role = 'PARENT' where household = 9903004");
        sql.execute("delete from person where pseudonym = 'initiatives-it-child'");
        sql.execute("insert into person (id, version, municipality, pseudonym, year_of_birth, household,"
                + " household_registered, household_role, takes_part) values (9903999775, 1, 'GM9903',"
                + " 'initiatives-it-child', 2040, 9903004, true, 'CHILD', true)");
        RuntimeException refusal =
                assertThrows(RuntimeException.class, () -> as(alone, () -> pledges.join(plan, 1, 2)));
        assertEquals(
                "initiative.error.adults-at-home", Refusal.unwrapped(refusal).getMessage());
        as(alone, () -> pledges.join(plan, 1, 1));
        User one = inHousehold(776, 9_903_005);
        inHousehold(777, 9_903_005);
        sql.execute("update person set household_role = 'PARENT' where household = 9903005");
        assertNotNull(as(one, () -> pledges.join(plan, 1, 2)).codeForOtherAdult());
    }

    @Test
    void of_two_parents_who_say_yes_at_once_one_counts() throws Exception {
        InitiativeId plan = openPlan("need-h", 1_000, 0);
        InitiativeId other = openPlan("need-h", 1_000, 0);
        for (int round = 0; round < 10; round++) {
            User mother = inHousehold(830 + 2 * round, 9_903_100 + round);
            User father = inHousehold(831 + 2 * round, 9_903_100 + round);
            CountDownLatch start = new CountDownLatch(1);
            ExecutorService threads = Executors.newFixedThreadPool(2);
            try {
                Future<String> one = threads.submit(() -> answer(start, mother, plan));
                Future<String> two = threads.submit(() -> answer(start, father, other));
                start.countDown();
                // who was overtaken is asked to try again, as by any other change, and not told by whom
                askAgain(one.get(), mother, plan);
                askAgain(two.get(), father, other);
                assertEquals(
                        1,
                        sql.number("select count(*) from pledge_adult where household_key = '" + (9_903_100 + round)
                                + "|need-h'"),
                        "round " + round);
            } finally {
                threads.shutdownNow();
            }
        }
    }

    /** H2 may say so to both; who then asks again hears nothing of the other. */
    private void askAgain(String answer, User resident, InitiativeId plan) throws InterruptedException {
        assertTrue(Set.of("", "foundation.error.conflict").contains(answer), answer);
        if (!answer.isEmpty()) {
            assertEquals("", answer(new CountDownLatch(0), resident, plan));
        }
    }

    private String answer(CountDownLatch start, User resident, InitiativeId plan) throws InterruptedException {
        start.await();
        try {
            as(resident, () -> pledges.join(plan, 1, 1));
            return "";
        } catch (RuntimeException e) {
            return String.valueOf(Refusal.unwrapped(e).getMessage());
        }
    }

    @Test
    void the_public_list_comes_in_pages() {
        InitiativeId first = null;
        for (int i = 0; i <= PublicPlans.SIZE; i++) {
            InitiativeId id = openPlan("need-i", 1, 0);
            as(resident(9_000 + i), () -> pledges.join(id, 1, 1));
            as(INITIATOR, () -> initiatives.submit(id, version(id)));
            as(WORKER, () -> initiatives.takeIntoAssessment(id, version(id)));
            as(WORKER, () -> initiatives.advise(id, version(id)));
            as(ALDERMAN, () -> {
                initiatives.refuse(id, 78, "not-needed");
                return true;
            });
            first = first == null ? id : first;
        }
        PublicPlans newest = initiatives.listPublic(MUNICIPALITY, 0);
        assertEquals(PublicPlans.SIZE, newest.plans().size());
        assertTrue(newest.more());
        InitiativeId oldest = first;
        assertFalse(newest.plans().stream().anyMatch(plan -> plan.id().equals(oldest)));
        PublicPlans next = initiatives.listPublic(MUNICIPALITY, 1);
        assertTrue(next.plans().stream().anyMatch(plan -> plan.id().equals(oldest)));
        assertFalse(newest.plans().get(0).summary().isBlank());
        assertTrue(initiatives.listPublic(MUNICIPALITY, 1_000).plans().isEmpty());
    }

    @Test
    void to_the_other_neighbourhood_nothing_is_there() {
        InitiativeId id = openPlan("need-e", 1, 0);
        refused(NotFound.class, () -> as(STRANGER, () -> initiatives.read(id)));
        refused(NotFound.class, () -> as(STRANGER, () -> pledges.join(id, 1, 1)));
        refused(NotFound.class, () -> as(STRANGER, () -> initiatives.list(HERE)));
        refused(NotFound.class, () -> initiatives.readPublic(id));
        refused(NotFound.class, () -> as(resident(740), () -> initiatives.submit(id, 1)));
        assertTrue(
                as(STRANGER, () -> initiatives.listByStage(Set.of(Stage.OPEN))).isEmpty());
        assertTrue(as(ALDERMAN, () -> initiatives.listByStage(Set.of(Stage.OPEN))).stream()
                .anyMatch(summary -> summary.id().equals(id)));
    }

    @Test
    void who_wants_to_be_paid_is_named_to_those_who_decide_and_offers_to_nobody_else() {
        InitiativeId id = openPlan("need-f", 1, 0);
        User cook = resident(750);
        OfferId offer = as(cook, () -> offers.offer(id, new NewOffer(OfferKind.HOURS, "Koken", 8, true)));
        as(resident(751), () -> offers.offer(id, new NewOffer(OfferKind.ROOM, "Mijn schuur", null, false)));
        assertEquals(
                Set.of(cook.id()), as(WORKER, () -> initiatives.readDossier(id)).paidMembers());
        assertEquals(2, as(INITIATOR, () -> offers.list(id)).size());
        refused(NotFound.class, () -> as(cook, () -> offers.list(id)));
        int version = as(cook, () -> offers.listMine()).get(0).version();
        as(cook, () -> {
            offers.withdraw(offer, version);
            return true;
        });
        assertEquals(List.of(), as(cook, () -> offers.listMine()));
        assertEquals(
                Set.of(cook.id()),
                as(WORKER, () -> initiatives.readDossier(id)).paidMembers(),
                "who takes the offer back had the interest all the same");
    }

    @Test
    void a_draft_is_still_there_after_a_lost_session() {
        User resident = resident(760);
        assertTrue(as(resident, () -> drafts.find()).isEmpty());
        as(resident, () -> {
            drafts.save(new Draft(1, Map.of("title", "Samen eten")));
            drafts.save(new Draft(2, Map.of("title", "Samen eten", "summary", "“Elke” \"week\"")));
            return true;
        });
        assertEquals(
                new Draft(2, Map.of("title", "Samen eten", "summary", "“Elke” \"week\"")),
                as(resident, () -> drafts.find()).orElseThrow());
        assertTrue(as(resident(761), () -> drafts.find()).isEmpty());
        as(resident, () -> {
            drafts.discard();
            return true;
        });
        assertTrue(as(resident, () -> drafts.find()).isEmpty());
    }

    @Test
    void a_granted_plan_is_on_the_list_of_work_until_the_team_begins_it() {
        InitiativeId id = openPlan("need-w", 1, 2);
        as(resident(690), () -> pledges.join(id, 1, 1));
        grant(id);
        assertTrue(isWorkOf(WORKER, id));
        as(WORKER, () -> {
            initiatives.start(id);
            return true;
        });
        assertFalse(isWorkOf(WORKER, id), "a trial is decided on when it has lasted as long as was promised");
    }

    private boolean isWorkOf(User worker, InitiativeId id) {
        return as(worker, assessments::listQueue).stream()
                .anyMatch(item -> item.initiative().id().equals(id));
    }

    @Test
    void a_private_room_is_written_read_and_removed_by_its_key_alone_and_leaves_no_trace_in_the_audit_log()
            throws Exception {
        long audited = sql.number("select count(*) from audit_event");
        RoomKey key = new RoomKey("room-of-the-test-00001", "d".repeat(43));
        LockedText first = new LockedText(1, "n".repeat(16), "bG9ja2Vk".repeat(8_000));
        rooms.write(key, first);
        assertEquals(first, rooms.read(key));

        LockedText second = new LockedText(2, "m".repeat(16), "bG9ja2Vk");
        rooms.write(key, second);
        refused(Conflict.class, () -> rooms.write(key, second));
        assertEquals(second, rooms.read(key));

        RoomKey other = new RoomKey(key.room(), "e".repeat(43));
        refused(NotFound.class, () -> rooms.read(other));
        refused(NotFound.class, () -> rooms.write(other, new LockedText(3, "m".repeat(16), "eA")));
        refused(NotFound.class, () -> rooms.remove(other));

        assertEquals(0, rooms.removeForgotten());
        LocalDate forgotten = LocalDate.now(clock).minusDays(rooms.keptDays() + 1L);
        sql.execute("update private_room set written_on = date '" + forgotten + "' where id = '" + key.room() + "'");
        assertEquals(1, rooms.removeForgotten());
        refused(NotFound.class, () -> rooms.read(key));
        refused(NotFound.class, () -> rooms.write(key, new LockedText(3, "m".repeat(16), "eA")));

        rooms.write(key, first);
        rooms.remove(key);
        assertEquals(0, sql.number("select count(*) from private_room where id = '" + key.room() + "'"));
        assertEquals(audited, sql.number("select count(*) from audit_event"));
    }

    @Test
    void the_outcome_of_an_own_plan_is_read_by_the_team_which_promises_once() throws Exception {
        InitiativeId id = openPlan("need-own-plan", 5, 0);
        OutcomeId outcome = as(INITIATOR, () -> ownPlans.handOver(id, "Oma kookt op dinsdag"));
        refused(NotFound.class, () -> as(resident(640), () -> ownPlans.list(id)));
        refused(NotFound.class, () -> as(ALDERMAN, () -> ownPlans.list(id)));
        OwnPlanSummary read = as(WORKER, () -> ownPlans.list(id)).get(0);
        assertEquals("Oma kookt op dinsdag", read.words());
        assertNull(read.promise());

        LocalDate byDay = LocalDate.now(clock).plusDays(14);
        currentUser.runAs(WORKER, () -> ownPlans.promise(outcome, read.version(), "Een fiets", byDay));
        refused(Conflict.class, () -> currentUser.runAs(INITIATOR, () -> ownPlans.takeBack(outcome, read.version())));
        OwnPlanSummary promised = as(INITIATOR, () -> ownPlans.list(id)).get(0);
        assertEquals("Een fiets", promised.promise());
        assertEquals(byDay, promised.promisedByDay());
        refused(
                Refusal.class,
                () -> currentUser.runAs(INITIATOR, () -> ownPlans.takeBack(outcome, promised.version())));

        OutcomeId second = as(INITIATOR, () -> ownPlans.handOver(id, "En buurman leent zijn schuur"));
        int written = as(INITIATOR, () -> ownPlans.list(id)).get(1).version();
        currentUser.runAs(INITIATOR, () -> ownPlans.takeBack(second, written));
        assertEquals(1, as(INITIATOR, () -> ownPlans.list(id)).size());
    }

    private InitiativeId openPlan(String need, int householdsNeeded, int trialMonths) {
        Plan base = Plans.creche(trialMonths);
        Plan plan = new Plan(
                base.title(),
                base.summary(),
                need,
                base.whatYouGet(),
                base.runBy(),
                base.lines(),
                base.startUp(),
                base.places(),
                householdsNeeded,
                base.priceAMonth(),
                base.intendedStart(),
                base.wayBack(),
                trialMonths,
                base.noticeDays());
        InitiativeId id = as(INITIATOR, () -> initiatives.propose(HERE, plan, null));
        LocalDate cutOff = LocalDate.ofInstant(clock.instant(), clock.getZone()).plusDays(30);
        as(INITIATOR, () -> initiatives.open(id, version(id), cutOff));
        return id;
    }

    private boolean isAskedToEnd(InitiativeId id, User worker) {
        return as(worker, () -> initiatives.listAskedToEnd()).stream()
                .anyMatch(plan -> plan.id().equals(id));
    }

    private int version(InitiativeId id) {
        return initiatives.read(id).version();
    }

    /** Somebody who is in the files, in this household. */
    private User inHousehold(long account, long household) throws Exception {
        long person = 9_903_000_000L + account;
        if (sql.number("select count(*) from household where id = " + household) == 0) {
            sql.execute("insert into household (id, municipality) values (" + household + ", 'GM9903')");
        }
        if (sql.number("select count(*) from person where id = " + person) == 0) {
            sql.execute(
                    "insert into person (id, version, municipality, pseudonym, household, household_registered, takes_part)"
                            + " values (" + person + ", 1, 'GM9903', 'initiatives-it-" + account + "', " + household
                            + ", true, true)");
        }
        return user(account, Role.RESIDENT, HERE, Long.toString(person));
    }

    private static List<User> residents(long first, int count) {
        List<User> residents = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            residents.add(resident(first + i));
        }
        return residents;
    }

    private static User resident(long id) {
        return user(id, Role.RESIDENT, HERE, "person-" + id);
    }

    private static User user(long id, Role role, NeighbourhoodCode neighbourhood, String subject) {
        return new User(new UserId(id), role + " " + id, MUNICIPALITY, Set.of(role), Set.of(neighbourhood), subject);
    }

    private <T> T as(User user, Supplier<T> work) {
        return currentUser.runAs(user, work);
    }

    private static void refused(Class<? extends Refusal> expected, Runnable work) {
        RuntimeException thrown = assertThrows(RuntimeException.class, work::run);
        assertEquals(expected, Refusal.unwrapped(thrown).getClass());
    }
}
