package nl.buurtbundel.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Period;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.junit.jupiter.api.Test;

class MandateTest {
    private static final NeighbourhoodCode HERE = new NeighbourhoodCode("BU99010101");
    private static final NeighbourhoodCode THERE = new NeighbourhoodCode("BU99010102");
    private static final LocalDate DAY = LocalDate.of(2026, Month.MARCH, 2);
    private static final Period YEAR = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));

    private static final Amendment RAISE =
            new Amendment(new FiscalYear(2026), null, new AuthorisedUnit("6.1", null), euros(1));

    private static final List<MandateLine> TABLE = List.of(
            line(1, new MandateRule(Decider.TEAM, euros(500), true, Set.of(), 1, null, 2, YEAR)),
            line(2, new MandateRule(Decider.MANAGER, euros(25_000), false, Set.of("6.2", "6.71"), 1, HERE, 0, YEAR)),
            line(3, new MandateRule(Decider.ALDERMAN, euros(200_000), false, Set.of(), 3, null, 0, YEAR)));

    @Test
    void the_answer_follows_from_amount_years_field_neighbourhood_day_and_appropriation() {
        int checked = 0;
        for (long amount : new long[] {1, 500, 501, 5_000, 5_001, 25_000, 25_001, 200_000, 200_001, 5_000_000}) {
            for (int years = 1; years <= 4; years++) {
                for (Set<String> fields : List.of(Set.of("6.2"), Set.of("6.2", "6.71"), Set.of("6.72"))) {
                    for (NeighbourhoodCode where : List.of(HERE, THERE)) {
                        for (int households : new int[] {0, 1, 10}) {
                            for (LocalDate day : List.of(DAY, LocalDate.of(2027, 1, 1))) {
                                for (boolean within : new boolean[] {true, false}) {
                                    MandateAnswer answer = MandateAnswer.to(
                                            new MandateQuestion(
                                                    euros(amount),
                                                    fields,
                                                    years,
                                                    where,
                                                    households,
                                                    day,
                                                    within ? List.of() : List.of(RAISE)),
                                            TABLE);
                                    assertThat(answer.decider())
                                            .as("%s %s %s %s %s %s", amount, years, fields, where, households, day)
                                            .isEqualTo(expected(amount, years, fields, where, households, day, within));
                                    checked++;
                                }
                            }
                        }
                    }
                }
            }
        }
        assertThat(checked).isEqualTo(10 * 4 * 3 * 2 * 3 * 2 * 2);
    }

    /** The table above, told in another way than the program does. */
    private static Decider expected(
            long amount,
            int years,
            Set<String> fields,
            NeighbourhoodCode where,
            int households,
            LocalDate day,
            boolean within) {
        if (!within) {
            return Decider.COUNCIL;
        }
        if (day.getYear() != 2026 || years > 3 || amount > 200_000) {
            return Decider.COLLEGE;
        }
        if (years == 1 && amount <= 500L * households) {
            return Decider.TEAM;
        }
        boolean managersField = fields.equals(Set.of("6.2")) || fields.equals(Set.of("6.2", "6.71"));
        return years == 1 && amount <= 25_000 && managersField && where.equals(HERE)
                ? Decider.MANAGER
                : Decider.ALDERMAN;
    }

    @Test
    void the_order_of_the_table_does_not_matter() {
        Random random = new Random(4);
        List<MandateLine> shuffled = new ArrayList<>(TABLE);
        for (int i = 0; i < 50; i++) {
            Collections.shuffle(shuffled, random);
            MandateQuestion question = question(random.nextInt(300_000) + 1, random.nextInt(4) + 1);
            assertThat(MandateAnswer.to(question, shuffled)).isEqualTo(MandateAnswer.to(question, TABLE));
        }
    }

    @Test
    void more_money_or_more_years_never_bring_it_to_a_smaller_power() {
        Decider before = Decider.TEAM;
        for (int amount = 1; amount < 300_000; amount += 333) {
            Decider now = MandateAnswer.to(question(amount, 1), TABLE).decider();
            assertThat(now).isGreaterThanOrEqualTo(before);
            before = now;
        }
        assertThat(before).isEqualTo(Decider.COLLEGE);
    }

    @Test
    void it_says_by_which_line_and_why() {
        MandateAnswer within = MandateAnswer.to(question(20_000, 1), TABLE);
        assertThat(within.findLine().orElseThrow().id()).isEqualTo(new MandateId(2));
        assertThat(within.why()).isEqualTo(MandateAnswer.Why.WITHIN_RULE);
        assertThat(MandateAnswer.to(question(900_000, 1), TABLE).why()).isEqualTo(MandateAnswer.Why.ABOVE_ALL_RULES);
        assertThat(MandateAnswer.to(question(900, 4), TABLE).why()).isEqualTo(MandateAnswer.Why.NO_RULE);
        assertThat(MandateAnswer.to(question(900, 4), List.of()).decider()).isEqualTo(Decider.COLLEGE);
    }

    @Test
    void of_each_office_with_less_power_it_says_by_which_rule_it_may_not() {
        assertThat(MandateAnswer.to(question(20_000, 2), TABLE).passedOver())
                .extracting(PassedOver::office, PassedOver::miss)
                .containsExactly(
                        tuple(Decider.TEAM, PassedOver.Miss.YEARS), tuple(Decider.MANAGER, PassedOver.Miss.YEARS));
        assertThat(MandateAnswer.to(question(900_000, 1), TABLE).passedOver())
                .extracting(PassedOver::office, PassedOver::miss, PassedOver::limit)
                .containsExactly(
                        tuple(Decider.TEAM, PassedOver.Miss.AMOUNT, euros(5_000)),
                        tuple(Decider.MANAGER, PassedOver.Miss.AMOUNT, euros(25_000)),
                        tuple(Decider.ALDERMAN, PassedOver.Miss.AMOUNT, euros(200_000)));
        MandateQuestion elsewhere = new MandateQuestion(euros(6_000), Set.of("6.72"), 1, THERE, 10, DAY, List.of());
        assertThat(MandateAnswer.to(elsewhere, TABLE).passedOver())
                .extracting(PassedOver::office, PassedOver::miss)
                .containsExactly(
                        tuple(Decider.TEAM, PassedOver.Miss.AMOUNT), tuple(Decider.MANAGER, PassedOver.Miss.NO_RULE));
        MandateQuestion otherField = new MandateQuestion(euros(6_000), Set.of("6.72"), 1, HERE, 10, DAY, List.of());
        assertThat(MandateAnswer.to(otherField, TABLE).passedOver())
                .extracting(PassedOver::miss)
                .containsExactly(PassedOver.Miss.AMOUNT, PassedOver.Miss.TASK_FIELDS);
        assertThat(MandateAnswer.to(question(100, 1), TABLE).passedOver()).isEmpty();
    }

    @Test
    void who_may_act_for_whom() {
        for (Role role : Role.values()) {
            Set<Role> own = Set.of(role);
            assertThat(Decider.TEAM.isAmong(own))
                    .isEqualTo(Set.of(Role.TEAM_WORKER, Role.MANAGER, Role.ALDERMAN)
                            .contains(role));
            assertThat(Decider.MANAGER.isAmong(own)).isEqualTo(role == Role.MANAGER || role == Role.ALDERMAN);
            assertThat(Decider.ALDERMAN.isAmong(own)).isEqualTo(role == Role.ALDERMAN);
            assertThat(Decider.COLLEGE.isAmong(own)).isEqualTo(role == Role.ALDERMAN);
            assertThat(Decider.COUNCIL.isAmong(own)).isFalse();
        }
    }

    @Test
    void a_line_that_makes_no_sense_cannot_be_written() {
        assertThatThrownBy(() -> rule(Decider.COLLEGE, 1000, false, 1, 0)).hasMessage("decision.error.mandate-office");
        assertThatThrownBy(() -> rule(Decider.COUNCIL, 1000, false, 1, 0)).hasMessage("decision.error.mandate-office");
        assertThatThrownBy(() -> rule(Decider.MANAGER, 0, false, 1, 0)).hasMessage("decision.error.mandate-amount");
        assertThatThrownBy(() -> rule(Decider.MANAGER, 1000, false, 5, 0)).hasMessage("decision.error.mandate-years");
        assertThatThrownBy(() -> rule(Decider.TEAM, 500, true, 1, 0)).hasMessage("decision.error.mandate-colleagues");
        assertThatThrownBy(() -> rule(Decider.ALDERMAN, 500, true, 1, 0))
                .hasMessage("decision.error.mandate-team-only");
    }

    @Test
    void a_line_is_ended_and_never_made_longer() {
        Mandate mandate = new Mandate(new MunicipalityCode("GM9901"), rule(Decider.MANAGER, 1000, false, 1, 0));
        mandate.end(LocalDate.of(2026, 6, 30), DAY);
        assertThatThrownBy(() -> mandate.end(LocalDate.of(2026, 7, 1), DAY))
                .hasMessage("foundation.error.line-not-longer");
        assertThatThrownBy(() -> mandate.end(DAY.minusDays(1), DAY)).hasMessage("foundation.error.line-ends-in-past");
    }

    private static MandateRule rule(Decider office, long euros, boolean perHousehold, int years, int colleagues) {
        return new MandateRule(office, euros(euros), perHousehold, Set.of(), years, null, colleagues, YEAR);
    }

    private static MandateQuestion question(long euros, int years) {
        return new MandateQuestion(euros(euros), Set.of("6.2"), years, HERE, 10, DAY, List.of());
    }

    private static MandateLine line(long id, MandateRule rule) {
        return new MandateLine(new MandateId(id), 1, rule);
    }

    private static Money euros(long euros) {
        return Money.ofEuros(euros);
    }
}
