package nl.buurtbundel.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.Period;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import org.junit.jupiter.api.Test;

class AuthorisedBudgetTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Period YEAR = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
    private static final List<String> FIELDS =
            List.of("0.10", "6.1", "6.21", "6.3", "6.60", "6.711", "6.712", "6.713", "6.751", "6.791");

    @Test
    void as_long_as_nothing_was_entered_the_social_domain_is_one_programme() {
        AuthorisedBudget none = new AuthorisedBudget(List.of());
        for (String one : FIELDS) {
            for (String other : FIELDS) {
                boolean social = one.startsWith("6.") && other.startsWith("6.");
                assertThat(isOne(none, one, other, DAY)).isEqualTo(social || one.equals(other));
            }
        }
    }

    @Test
    void by_task_field_every_other_task_field_is_beyond_the_level() {
        AuthorisedBudget each = new AuthorisedBudget(List.of(AuthorisationRule.everyTaskField(YEAR)));
        for (String one : FIELDS) {
            for (String other : FIELDS) {
                assertThat(isOne(each, one, other, DAY)).isEqualTo(one.equals(other));
            }
        }
    }

    @Test
    void wholes_never_overlap_whatever_programmes_there_are_and_in_whatever_order_they_were_entered() {
        Random random = new Random(189);
        int crossings = 0;
        for (int round = 0; round < 500; round++) {
            List<AuthorisationRule> rules = random(random);
            AuthorisedBudget budget = new AuthorisedBudget(rules);
            List<AuthorisationRule> shuffled = new ArrayList<>(rules);
            Collections.shuffle(shuffled, random);
            AuthorisedBudget other = new AuthorisedBudget(shuffled);
            LocalDate day = LocalDate.of(2026, 1 + random.nextInt(12), 1 + random.nextInt(28));
            for (String a : FIELDS) {
                assertThat(isOne(budget, a, a, day)).isTrue();
                for (String b : FIELDS) {
                    boolean one = isOne(budget, a, b, day);
                    assertThat(isOne(budget, b, a, day)).isEqualTo(one);
                    assertThat(isOne(other, a, b, day)).isEqualTo(one);
                    crossings += one ? 0 : 1;
                    for (String c : FIELDS) {
                        if (one && isOne(budget, b, c, day)) {
                            assertThat(isOne(budget, a, c, day)).isTrue();
                        }
                    }
                }
            }
        }
        assertThat(crossings).isGreaterThan(1_000);
    }

    /** Only what the table takes in. */
    private static List<AuthorisationRule> random(Random random) {
        List<AuthorisationRule> rules = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Set<String> fields = new TreeSet<>();
            for (int f = 0; f < 1 + random.nextInt(4); f++) {
                fields.add(FIELDS.get(random.nextInt(FIELDS.size())));
            }
            LocalDate from = YEAR.firstDay().plusMonths(random.nextInt(12));
            Period validity = new Period(from, from.plusMonths(random.nextInt(8)));
            AuthorisationRule rule = random.nextInt(6) == 0
                    ? AuthorisationRule.everyTaskField(validity)
                    : AuthorisationRule.programme("P" + random.nextInt(8), fields, validity);
            try {
                new AuthorisedBudget(rules).requireRoomFor(rule);
                rules.add(rule);
            } catch (Refusal saysSomethingElse) {
                // the same would be in two wholes at once
            }
        }
        return rules;
    }

    @Test
    void one_whole_from_a_day_on_is_one_whole_on_every_day_after_it() {
        Random random = new Random(212);
        int always = 0;
        for (int round = 0; round < 400; round++) {
            AuthorisedBudget budget = new AuthorisedBudget(random(random));
            LocalDate from = YEAR.firstDay().plusDays(random.nextInt(365));
            String other = FIELDS.get(random.nextInt(FIELDS.size()));
            boolean everyDay =
                    from.datesUntil(LocalDate.of(2028, 1, 1)).allMatch(day -> isOne(budget, other, "6.1", day));
            assertThat(budget.isOneWholeFrom(from, List.of(other, "6.1"), "6.1"))
                    .isEqualTo(everyDay);
            always += everyDay ? 1 : 0;
        }
        assertThat(always).isBetween(20, 380);
    }

    @Test
    void a_programme_is_one_whole_only_while_it_holds() {
        AuthorisedBudget budget = new AuthorisedBudget(List.of(
                AuthorisationRule.programme("Zorg", Set.of("6.712", "6.713"), YEAR),
                AuthorisationRule.programme(
                        "Zorg en buurt", Set.of("6.712", "6.1"), Period.from(LocalDate.of(2027, 1, 1)))));
        assertThat(isOne(budget, "6.712", "6.713", DAY)).isTrue();
        assertThat(isOne(budget, "6.712", "6.1", DAY)).isFalse();
        assertThat(isOne(budget, "6.712", "6.1", LocalDate.of(2027, 1, 1))).isTrue();
        assertThat(isOne(budget, "6.712", "6.713", LocalDate.of(2027, 1, 1))).isFalse();
        assertThat(budget.unitOf("6.712", DAY).findProgramme()).contains("Zorg");
        assertThat(budget.unitOf("6.1", DAY).findProgramme()).isEmpty();
    }

    @Test
    void what_contradicts_a_line_that_holds_at_the_same_time_is_refused() {
        AuthorisedBudget budget =
                new AuthorisedBudget(List.of(AuthorisationRule.programme("Zorg", Set.of("6.712", "6.713"), YEAR)));
        assertThatThrownBy(() -> budget.requireRoomFor(AuthorisationRule.everyTaskField(Period.from(DAY))))
                .hasMessage("decision.error.authorisation-two-levels");
        assertThatThrownBy(() -> budget.requireRoomFor(
                        AuthorisationRule.programme("Buurt", Set.of("6.1", "6.713"), Period.from(DAY))))
                .hasMessage("decision.error.authorisation-field-twice");
        assertThatThrownBy(() ->
                        budget.requireRoomFor(AuthorisationRule.programme("zorg", Set.of("6.1"), Period.from(DAY))))
                .hasMessage("decision.error.authorisation-name-twice");
        budget.requireRoomFor(
                AuthorisationRule.everyTaskField(Period.from(YEAR.lastDay().plusDays(1))));
        budget.requireRoomFor(AuthorisationRule.programme("Buurt", Set.of("6.1"), YEAR));
    }

    @Test
    void a_line_that_makes_no_sense_cannot_be_written() {
        assertThatThrownBy(() -> AuthorisationRule.programme(" ", Set.of("6.1"), YEAR))
                .hasMessage("decision.error.authorisation-name");
        assertThatThrownBy(() -> AuthorisationRule.programme("Zorg", Set.of(), YEAR))
                .hasMessage("decision.error.authorisation-fields");
        assertThatThrownBy(() -> new AuthorisationRule(AuthorisationLevel.TASK_FIELD, "", new HashSet<>(FIELDS), YEAR))
                .hasMessage("decision.error.authorisation-no-programme");
    }

    @Test
    void a_line_is_ended_and_never_made_longer() {
        Authorisation line = new Authorisation(new MunicipalityCode("GM9901"), AuthorisationRule.everyTaskField(YEAR));
        line.end(LocalDate.of(2026, 6, 30), DAY);
        assertThatThrownBy(() -> line.end(LocalDate.of(2026, 7, 1), DAY))
                .hasMessage("foundation.error.line-not-longer");
        assertThatThrownBy(() -> line.end(DAY.minusDays(1), DAY)).hasMessage("foundation.error.line-ends-in-past");
    }

    private static boolean isOne(AuthorisedBudget budget, String one, String other, LocalDate day) {
        return budget.unitOf(one, day).isOneWith(budget.unitOf(other, day));
    }
}
