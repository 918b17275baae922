package nl.buurtbundel.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.money.Period;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Who may what, written down a second time by hand from section 5 of the design, and compared with the policy for every role,
 * operation and kind of neighbourhood. One letter a role: R resident, T team worker, M manager, A alderman, B budget holder,
 * C controller, S simplifier, D administrator, O back office, X the program. A capital reaches the whole municipality, a
 * small letter the own neighbourhoods.
 */
class AccessMatrixTest {
    private static final MunicipalityCode HERE = new MunicipalityCode("GM9901");
    private static final NeighbourhoodCode OWN = new NeighbourhoodCode("BU99010101");
    private static final NeighbourhoodCode OTHER = new NeighbourhoodCode("BU99010102");
    private static final NeighbourhoodCode ELSEWHERE = new NeighbourhoodCode("BU99020101");

    private static final Map<Operation, String> EXPECTED = table("""
            SEE_NEIGHBOURHOODS       rtm ABCSDO
            LOAD_REFERENCE_DATA      OX
            IMPORT                   OX
            SEE_IMPORTS              OX
            REPAIR                   t O
            EDIT_CODE_LISTS          DX
            MARK_DOES_NOT_TAKE_PART  t
            RECORD_REPRESENTATION    t
            SEE_OPPORTUNITIES        tm AX
            SEE_MONEY_SPREAD         TMABCSX
            MAKE_STATISTICS          X
            SEE_CATALOGUE            TMABCSDX
            EDIT_CATALOGUE           DX
            SEE_SUGGESTIONS          tm AB
            INVITE                   t
            SEE_IDEAS                rtm ABC
            SEE_INITIATIVES          rtm ABCX
            SEE_DOSSIERS             tm ABCX
            START_INITIATIVE         r
            CHANGE_INITIATIVE        r
            PLEDGE                   r
            OFFER                    r
            KEEP_JOBS                rt
            SEE_ASSESSMENTS          tm AB
            ASSESS                   t
            OBJECT                   tm BC
            SEE_BUDGETS              tm ABCX
            SEE_APPROPRIATIONS       DBCX
            LOAD_APPROPRIATIONS      DX
            SET_PRE_FINANCING        BX
            SET_TEAM_POT             BX
            KEEP_BRIDGING            BX
            SEE_TEAM_POTS            tm BCX
            SEE_MINI_BUDGETS         tm
            KEEP_MINI_BUDGETS        t
            RECORD_CONTRIBUTION      B
            BOOK_CONTRIBUTION        B
            SEE_LEDGER               CBX
            POST_CORRECTION          B
            RECONCILE                C
            SETTLE_YEAR              B
            CLOSE_YEAR               C
            FREE_EXPIRED_RESERVATIONS X
            EDIT_MANDATES            DX
            SEE_DECISIONS            tm ABC
            PROPOSE_DECISION         t
            DECIDE                   m A
            SIGN_SECOND              B
            TAKE_DECISION_FILE       ABC
            RECORD_COUNCIL_DECISION  A
            SEE_COST_OF_DECIDING     ABC
            COUNT_WORK               X
            RELEASE                  t X
            SEE_RELEASE              tm ABCX
            SEE_RELEASE_TO_CORRECT   t BC
            SEE_CHANGE_ORDERS        t O
            SEE_SPENDING             rtm ABC
            SEE_EXPENSES             t BC
            BOOK_EXPENSE             rt
            APPROVE_EXPENSE          t
            KEEP_BUDGET_LINES        t
            PAY                      B
            READ_STATEMENTS          BC
            SIGNAL                   rtm ABC
            ESCALATE                 rt
            BREAK_THROUGH            m
            NOTE_LATENESS            X
            KEEP_PATTERNS            S
            SEE_OWN_FILE             r
            OPEN_SHARED_FILE         r
            SEE_AUDIT                CX
            BIND_ACCOUNTS            X
            """);

    private static final Map<Role, Character> LETTERS = Map.of(
            Role.RESIDENT, 'R',
            Role.TEAM_WORKER, 'T',
            Role.MANAGER, 'M',
            Role.ALDERMAN, 'A',
            Role.BUDGET_HOLDER, 'B',
            Role.CONTROLLER, 'C',
            Role.SIMPLIFIER, 'S',
            Role.ADMINISTRATOR, 'D',
            Role.BACK_OFFICE, 'O',
            Role.SYSTEM, 'X');

    @Test
    void the_table_names_every_operation_and_every_role() {
        assertThat(EXPECTED.keySet()).isEqualTo(EnumSet.allOf(Operation.class));
        assertThat(LETTERS.keySet()).isEqualTo(EnumSet.allOf(Role.class));
    }

    @Test
    void the_team_is_the_team_of_its_own_neighbourhoods_only() {
        for (Role role : Role.values()) {
            boolean team = role == Role.TEAM_WORKER || role == Role.MANAGER;
            boolean program = role == Role.SYSTEM;
            assertThat(user(role).isOfTheTeamOf(OWN)).as(role + " here").isEqualTo(team || program);
            assertThat(user(role).isOfTheTeamOf(OTHER)).as(role + " elsewhere").isEqualTo(program);
        }
    }

    @TestFactory
    Stream<DynamicTest> role_by_operation_by_neighbourhood() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Operation operation : Operation.values()) {
            for (Role role : Role.values()) {
                tests.add(DynamicTest.dynamicTest(operation + " by " + role, () -> check(operation, role)));
            }
        }
        return tests.stream();
    }

    @Test
    void nobody_may_anything_without_logging_in() {
        Access access = new Access(new ActingAs(null));
        for (Operation operation : Operation.values()) {
            assertThatThrownBy(() -> access.require(operation)).isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> access.requireInOwnNeighbourhoods(operation))
                    .isInstanceOf(NotFound.class);
            assertThatThrownBy(() -> access.require(operation, OWN)).isInstanceOf(NotFound.class);
        }
    }

    @Test
    void a_role_taken_away_is_gone_at_the_next_question() {
        ActingAs acting = new ActingAs(user(Role.CONTROLLER));
        Access access = new Access(acting);
        access.require(Operation.SEE_LEDGER);
        acting.become(new User(new UserId(1), "person", HERE, Set.of(), Set.of(OWN), null));
        assertThatThrownBy(() -> access.require(Operation.SEE_LEDGER)).isInstanceOf(NotFound.class);
    }

    /** The own role and the lent one are never added up: each reaches where it reaches by itself. */
    @TestFactory
    Stream<DynamicTest> who_stands_in_gets_the_power_of_the_absent_one_where_that_one_has_it_and_nothing_else() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Role own : Role.values()) {
            for (Role lent : Role.values()) {
                tests.add(DynamicTest.dynamicTest(own + " for " + lent, () -> {
                    User plain = user(own);
                    User deputy = plain.standingInFor(List.of(new StandIn(new UserId(2), lent, Set.of(OTHER))));
                    User absent = new User(new UserId(2), "absent", HERE, Set.of(lent), Set.of(OTHER), null);
                    for (Operation operation : Operation.values()) {
                        Access access = new Access(new ActingAs(deputy));
                        Access alone = new Access(new ActingAs(plain));
                        Access other = new Access(new ActingAs(absent));
                        for (NeighbourhoodCode place : List.of(OWN, OTHER, ELSEWHERE)) {
                            assertThat(access.may(operation, place))
                                    .as(operation + " in " + place)
                                    .isEqualTo(alone.may(operation, place) || other.may(operation, place));
                            UserId absentOne =
                                    deputy.capacityFor(operation, place).absent();
                            assertThat(absentOne != null)
                                    .as(operation + " in whose power in " + place)
                                    .isEqualTo(!alone.may(operation, place) && other.may(operation, place));
                        }
                        assertThat(access.may(operation)).isEqualTo(alone.may(operation) || other.may(operation));
                        assertThat(access.mayEverywhere(operation))
                                .isEqualTo(alone.mayEverywhere(operation) || other.mayEverywhere(operation));
                    }
                }));
            }
        }
        return tests.stream();
    }

    @Test
    void only_staff_stands_in_for_who_has_the_office_until_a_day_that_is_not_over() {
        LocalDate today = LocalDate.of(2026, 3, 2);
        Period week = new Period(today, today.plusDays(7));
        User alderman = person(2, Role.ALDERMAN);
        new Deputy(person(1, Role.MANAGER), alderman, Role.ALDERMAN, week, today);
        for (Role role : Role.values()) {
            if (!role.canBeStoodInFor()) {
                assertThatThrownBy(() -> new Deputy(person(1, Role.MANAGER), person(2, role), role, week, today))
                        .hasMessage("access.error.deputy-office");
            }
        }
        assertThatThrownBy(() -> new Deputy(alderman, alderman, Role.ALDERMAN, week, today))
                .hasMessage("access.error.deputy-self");
        assertThatThrownBy(() -> new Deputy(person(1, Role.MANAGER), alderman, Role.BUDGET_HOLDER, week, today))
                .hasMessage("access.error.deputy-not-in-office");
        assertThatThrownBy(() -> new Deputy(person(1, Role.RESIDENT), alderman, Role.ALDERMAN, week, today))
                .hasMessage("access.error.deputy-not-staff");
        assertThatThrownBy(
                        () -> new Deputy(person(1, Role.MANAGER), alderman, Role.ALDERMAN, Period.from(today), today))
                .hasMessage("access.error.deputy-last-day");
        assertThatThrownBy(() -> new Deputy(person(1, Role.MANAGER), alderman, Role.ALDERMAN, week, today.plusDays(8)))
                .hasMessage("access.error.deputy-last-day");
    }

    @Test
    void standing_in_ends_and_never_becomes_longer_and_falls_away_with_the_office() {
        LocalDate today = LocalDate.of(2026, 3, 2);
        Deputy line = new Deputy(
                person(1, Role.MANAGER),
                person(2, Role.ALDERMAN),
                Role.ALDERMAN,
                new Period(today.minusDays(10), today.plusDays(7)),
                today);
        assertThat(line.holds(person(1, Role.MANAGER), person(2, Role.ALDERMAN)))
                .isTrue();
        assertThat(line.holds(person(1, Role.MANAGER), person(2, Role.MANAGER))).isFalse();
        assertThat(line.holds(person(1, Role.CONTROLLER), person(2, Role.ALDERMAN)))
                .isFalse();
        assertThatThrownBy(() -> line.end(today.minusDays(1), today)).hasMessage("foundation.error.line-ends-in-past");
        line.end(today, today);
        assertThatThrownBy(() -> line.end(today.plusDays(1), today)).hasMessage("foundation.error.line-not-longer");
    }

    @Test
    void who_checks_stands_in_for_nobody() {
        LocalDate today = LocalDate.of(2026, 3, 2);
        Period week = new Period(today, today.plusDays(7));
        User controller =
                new User(new UserId(1), "person", HERE, Set.of(Role.CONTROLLER, Role.MANAGER), Set.of(OWN), null);
        for (Role role : Set.of(Role.BUDGET_HOLDER, Role.ALDERMAN, Role.MANAGER)) {
            assertThatThrownBy(() -> new Deputy(controller, person(2, role), role, week, today))
                    .hasMessage("access.error.deputy-controller");
        }
        assertThat(new StaffMember(controller.id(), "person", controller.roles()).canStandIn())
                .isFalse();
    }

    @Test
    void what_was_entered_by_mistake_is_withdrawn_until_its_first_day_is_over() {
        LocalDate today = LocalDate.of(2026, 3, 2);
        for (int daysAhead : new int[] {0, 1, 30}) {
            Deputy line = new Deputy(
                    person(1, Role.MANAGER),
                    person(2, Role.ALDERMAN),
                    Role.ALDERMAN,
                    new Period(today.plusDays(daysAhead), today.plusDays(60)),
                    today);
            line.withdraw(today);
            assertThat(line.holds(person(1, Role.MANAGER), person(2, Role.ALDERMAN)))
                    .isFalse();
            assertThatThrownBy(() -> line.withdraw(today)).hasMessage("access.error.deputy-withdrawn");
            assertThatThrownBy(() -> line.end(today.plusDays(40), today)).hasMessage("access.error.deputy-withdrawn");
        }
        Deputy begun = new Deputy(
                person(1, Role.MANAGER),
                person(2, Role.ALDERMAN),
                Role.ALDERMAN,
                new Period(today.minusDays(1), today.plusDays(60)),
                today);
        assertThatThrownBy(() -> begun.withdraw(today)).hasMessage("access.error.deputy-begun");
    }

    @Test
    void of_several_who_are_away_the_first_lends_the_power_whose_office_fits_and_who_has_no_other_hand_in_it() {
        StandIn manager = new StandIn(new UserId(2), Role.MANAGER, Set.of(OWN));
        StandIn alderman = new StandIn(new UserId(3), Role.ALDERMAN, Set.of());
        StandIn other = new StandIn(new UserId(4), Role.ALDERMAN, Set.of());
        User deputy = user(Role.SIMPLIFIER).standingInFor(List.of(manager, alderman, other));

        assertThat(deputy.capacityFor(Operation.DECIDE, OWN, roles -> roles.contains(Role.ALDERMAN), anybody -> true))
                .isEqualTo(new Capacity(Set.of(Role.ALDERMAN), alderman.absent()));
        assertThat(deputy.capacityFor(
                        Operation.DECIDE,
                        OWN,
                        roles -> roles.contains(Role.ALDERMAN),
                        absent -> !absent.equals(alderman.absent())))
                .isEqualTo(new Capacity(Set.of(Role.ALDERMAN), other.absent()));
        assertThat(deputy.capacityFor(Operation.DECIDE, OWN, roles -> true, nobody -> false))
                .as("where nobody is free the first one is refused")
                .isEqualTo(new Capacity(Set.of(Role.MANAGER), manager.absent()));
        assertThat(deputy.capacityForWhole(Operation.RECORD_COUNCIL_DECISION))
                .isEqualTo(new Capacity(Set.of(Role.ALDERMAN), alderman.absent()));
        assertThat(user(Role.ALDERMAN)
                        .standingInFor(List.of(other))
                        .capacityForWhole(Operation.RECORD_COUNCIL_DECISION)
                        .absent())
                .isNull();
    }

    @Test
    void a_list_reaches_no_neighbourhood_that_a_single_page_refuses() {
        for (Role own : Role.values()) {
            for (Role lent : Role.values()) {
                User deputy =
                        user(own).standingInFor(List.of(new StandIn(new UserId(2), lent, Set.of(OTHER, ELSEWHERE))));
                Access access = new Access(new ActingAs(deputy));
                for (Operation operation : Operation.values()) {
                    assertThat(access.listOwn(operation))
                            .as(operation + " as " + own + " for " + lent)
                            .containsExactlyElementsOf(Stream.of(OWN, OTHER)
                                    .sorted()
                                    .filter(place -> access.may(operation, place))
                                    .toList());
                }
            }
        }
    }

    private static User person(long id, Role role) {
        return new User(new UserId(id), "person", HERE, Set.of(role), Set.of(OWN), null);
    }

    private static void check(Operation operation, Role role) {
        Access access = new Access(new ActingAs(user(role)));
        char letter = LETTERS.get(role);
        boolean whole = EXPECTED.get(operation).indexOf(letter) >= 0;
        boolean own = EXPECTED.get(operation).indexOf(Character.toLowerCase(letter)) >= 0;
        assertThat(access.may(operation)).as("somewhere").isEqualTo(whole || own);
        if (own) {
            assertThat(access.requireInOwnNeighbourhoods(operation).roles()).containsExactly(role);
        } else {
            assertThatThrownBy(() -> access.requireInOwnNeighbourhoods(operation))
                    .as("on a page about the own neighbourhoods")
                    .isInstanceOf(NotFound.class);
        }
        assertThat(access.may(operation, OWN)).as("own neighbourhood").isEqualTo(whole || own);
        assertThat(access.may(operation, OTHER)).as("other neighbourhood").isEqualTo(whole);
        assertThat(access.may(operation, ELSEWHERE)).as("other municipality").isFalse();
        if (!whole) {
            assertThatThrownBy(() -> access.requireForWhole(operation, HERE)).isInstanceOf(NotFound.class);
        }
        if (!whole && !own) {
            assertThatThrownBy(() -> access.require(operation)).isInstanceOf(NotFound.class);
        }
    }

    private static User user(Role role) {
        return new User(new UserId(1), "person", HERE, Set.of(role), Set.of(OWN), null);
    }

    private static Map<Operation, String> table(String text) {
        Map<Operation, String> table = new LinkedHashMap<>();
        text.lines().filter(line -> !line.isBlank()).forEach(line -> {
            String[] words = line.strip().split("\\s+", 2);
            table.put(Operation.valueOf(words[0]), words[1]);
        });
        return table;
    }

    /** The logged-in user, without a server. */
    private static final class ActingAs extends CurrentUser {
        private User user;

        ActingAs(User user) {
            this.user = user;
        }

        void become(User other) {
            user = other;
        }

        @Override
        public Optional<User> find() {
            return Optional.ofNullable(user);
        }
    }
}
