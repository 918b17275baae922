package nl.buurtbundel.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import nl.buurtbundel.Ids;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.ledger.ReservationId;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Period;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.junit.jupiter.api.Test;

class MiniBudgetTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final NeighbourhoodCode HERE = new NeighbourhoodCode("BU99010101");
    private static final NeighbourhoodCode THERE = new NeighbourhoodCode("BU99010102");
    private static final UserId ASKS = new UserId(1);
    private static final UserId ONE = new UserId(2);
    private static final UserId OTHER = new UserId(3);
    private static final Money LIMIT = Money.ofEuros(500);
    private static final MiniBudgetRule RULE = new MiniBudgetRule(LIMIT, 2);
    private static final ReservationId HELD = new ReservationId(7);

    @Test
    void two_colleagues_agree_and_never_who_asks() {
        MiniBudget asked = asked(Money.ofEuros(80));
        assertThatThrownBy(() -> asked.agree(ASKS, TODAY)).hasMessage("decision.error.mini-own");
        assertThat(asked.agree(ONE, TODAY)).isFalse();
        assertThatThrownBy(() -> asked.agree(ONE, TODAY)).hasMessage("decision.error.mini-agreed-before");
        assertThatThrownBy(() -> asked.becomeFinal(household(), HELD, TODAY)).isInstanceOf(IllegalStateException.class);
        assertThat(asked.agree(OTHER, TODAY)).isTrue();
        HouseholdYear household = household();
        asked.becomeFinal(household, HELD, TODAY);
        assertThat(asked.state()).isEqualTo(MiniBudgetState.AGREED);
        assertThat(household.promised()).isEqualTo(Money.ofEuros(80));
        assertThatThrownBy(() -> asked.agree(new UserId(4), TODAY)).hasMessage("decision.error.mini-over");
    }

    @Test
    void what_is_left_after_a_payment_stays_held_and_goes_back_when_the_time_is_over() {
        HouseholdYear household = household();
        MiniBudget agreed = agreed(Money.ofEuros(80), household);
        assertThat(agreed.spend(Money.ofEuros(30), TODAY)).isEqualTo(Money.ofEuros(50));
        assertThat(agreed.state()).isEqualTo(MiniBudgetState.AGREED);
        assertThatThrownBy(() -> agreed.spend(Money.ofEuros(51), TODAY))
                .hasMessage("decision.error.mini-more-than-left");
        agreed.lapse(household);
        assertThat(agreed.state()).isEqualTo(MiniBudgetState.SPENT);
        assertThat(household.promised()).isEqualTo(Money.ofEuros(30));
        assertThatThrownBy(() -> agreed.spend(Money.ofEuros(1), TODAY)).hasMessage("decision.error.mini-not-held");
    }

    @Test
    void what_was_paid_before_it_was_final_or_long_after_it_was_not_paid_from_it() {
        MiniBudget agreed = agreed(Money.ofEuros(80), household());
        LocalDate last = agreed.card().until();
        for (LocalDate other : List.of(TODAY.minusDays(1), last.plusDays(1))) {
            assertThatThrownBy(() -> agreed.spend(Money.ofEuros(80), other))
                    .hasMessage("decision.error.mini-other-time");
        }
        assertThat(agreed.spend(Money.ofEuros(80), last)).isEqualTo(Money.ZERO);
    }

    @Test
    void a_wrong_payment_taken_back_is_held_again_as_long_as_there_is_time() {
        HouseholdYear household = household();
        MiniBudget paid = agreed(Money.ofEuros(80), household);
        paid.spend(Money.ofEuros(80), TODAY);
        assertThat(paid.state()).isEqualTo(MiniBudgetState.SPENT);
        assertThat(paid.takeBack(Money.ofEuros(80), household, paid.heldUntil()))
                .isTrue();
        paid.hold(HELD);
        assertThat(paid.left()).isEqualTo(Money.ofEuros(80));
        paid.spend(Money.ofEuros(80), TODAY);
        assertThat(paid.takeBack(Money.ofEuros(80), household, paid.heldUntil().plusDays(1)))
                .isFalse();
        assertThat(paid.state()).isEqualTo(MiniBudgetState.LAPSED);
        assertThat(household.promised()).isEqualTo(Money.ZERO);
    }

    @Test
    void money_is_spent_in_its_year_and_the_bank_has_time_after_that() {
        MiniBudget asked = asked(Money.ofEuros(80));
        assertThat(asked.holdUntil(TODAY)).isEqualTo(TODAY.plusDays(75));
        assertThat(asked.holdUntil(LocalDate.of(2026, 12, 20))).isEqualTo(LocalDate.of(2027, 2, 14));
        MiniBudget late = new MiniBudget(
                HERE, 1, new CaseText("kachel"), Money.ofEuros(1), RULE, ASKS, LocalDate.of(2026, 12, 25));
        assertThatThrownBy(() -> late.agree(ONE, LocalDate.of(2027, 1, 1))).hasMessage("decision.error.mini-too-late");
        MiniBudget lain = asked(Money.ofEuros(80));
        assertThatThrownBy(() -> lain.agree(ONE, TODAY.plusDays(MiniBudget.DAYS_TO_AGREE + 1)))
                .hasMessage("decision.error.mini-too-late");
    }

    @Test
    void what_takes_no_money_is_solved_as_long_as_the_card_cannot_have_paid_it() {
        HouseholdYear household = household();
        MiniBudget agreed = agreed(Money.ofEuros(80), household);
        assertThatThrownBy(agreed::solve).hasMessage("decision.error.mini-over");
        assertThat(household.promised()).isEqualTo(Money.ofEuros(80));
        assertThat(agreed.card().isAround(TODAY.plusDays(MiniBudget.DAYS_TO_SPEND + 5)))
                .isTrue();
        assertThat(agreed.card().isAround(TODAY.plusDays(MiniBudget.DAYS_TO_SPEND + 6)))
                .isFalse();
        MiniBudget asked = asked(Money.ofEuros(80));
        assertThatThrownBy(() -> asked.withdraw(ONE)).hasMessage("decision.error.mini-not-yours");
        asked.solve();
        assertThatThrownBy(() -> asked.withdraw(ASKS)).hasMessage("decision.error.mini-over");
    }

    @Test
    void more_than_the_limit_or_nothing_is_not_asked() {
        assertThatThrownBy(() -> asked(LIMIT.plus(Money.ofCents(1)))).hasMessage("decision.error.mini-above-limit");
        assertThatThrownBy(() -> asked(Money.ZERO)).hasMessage("decision.error.mini-nothing");
    }

    @Test
    void the_rule_is_the_line_of_the_day_and_the_place_and_never_one_of_before() {
        MandateLine all = line(1, LIMIT, null, 2, new Period(TODAY.minusDays(60), TODAY.plusDays(9)));
        MandateLine higher = line(2, Money.ofEuros(700), null, 3, Period.from(TODAY.plusDays(10)));
        MandateLine own = line(3, Money.ofEuros(300), THERE, 1, Period.from(TODAY));
        List<MandateLine> table = List.of(all, higher, own);
        assertThat(MiniBudgetRule.of(table, HERE, "6.1", TODAY)).isEqualTo(RULE);
        assertThat(MiniBudgetRule.of(table, HERE, "6.1", TODAY.plusDays(10)))
                .isEqualTo(new MiniBudgetRule(Money.ofEuros(700), 3));
        assertThat(MiniBudgetRule.of(table, THERE, "6.1", TODAY)).isEqualTo(new MiniBudgetRule(Money.ofEuros(300), 1));
        assertThatThrownBy(() -> MiniBudgetRule.of(List.of(higher), HERE, "6.1", TODAY))
                .hasMessage("decision.error.mini-no-mandate");
        assertThatThrownBy(() -> own.rule().requireNotBackwards(TODAY.plusDays(1)))
                .hasMessage("decision.error.mandate-backwards");
        own.rule().requireNotBackwards(TODAY);
    }

    /** Whoever does what in whatever order, under limits that change in between. */
    @Test
    void no_order_of_voices_passes_a_limit_and_no_own_voice_counts() {
        int became = 0;
        int refused = 0;
        for (long seed = 1; seed <= 4_000; seed++) {
            Random random = new Random(seed);
            Story story = new Story(random);
            for (int step = 0; step < 60; step++) {
                story.step();
                story.check(seed);
            }
            became += story.became;
            refused += story.refused;
        }
        assertThat(became).isGreaterThan(10_000);
        assertThat(refused).isGreaterThan(10_000);
    }

    /** A team of five, two households, and what an onlooker notes down of who said yes and what was promised. */
    private static final class Story {
        private final Random random;
        private final List<HouseholdYear> households = List.of(household(), household());
        private final List<MiniBudget> cases = new ArrayList<>();
        private final Map<MiniBudget, Integer> homes = new HashMap<>();
        private final Map<MiniBudget, Set<UserId>> voices = new HashMap<>();
        private MiniBudgetRule rule = RULE;
        private int became;
        private int refused;

        private Story(Random random) {
            this.random = random;
        }

        void step() {
            try {
                act();
            } catch (Refusal no) {
                refused++;
            }
        }

        private void act() {
            int kind = random.nextInt(100);
            if (cases.isEmpty() || kind < 20) {
                int home = random.nextInt(2);
                MiniBudget asked = Ids.give(
                        new MiniBudget(
                                HERE,
                                home,
                                new CaseText("iets"),
                                Money.ofEuros(1 + random.nextInt(400)),
                                rule,
                                somebody(),
                                TODAY),
                        cases.size() + 1);
                cases.add(asked);
                homes.put(asked, home);
                voices.put(asked, new HashSet<>());
                return;
            }
            if (kind < 24) {
                rule = new MiniBudgetRule(Money.ofEuros(100 + random.nextInt(600)), 1 + random.nextInt(3));
                return;
            }
            MiniBudget one = cases.get(random.nextInt(cases.size()));
            HouseholdYear home = households.get(homes.get(one));
            if (kind < 80) {
                agree(one, home);
            } else if (kind < 88) {
                one.spend(Money.ofEuros(1 + random.nextInt(200)), TODAY);
            } else if (kind < 92) {
                one.solve();
            } else if (kind < 96 && one.state() == MiniBudgetState.AGREED) {
                one.lapse(home);
            } else {
                one.withdraw(somebody());
            }
        }

        /** As the service does: what is refused leaves nothing behind, so the room is asked for before the voice. */
        private void agree(MiniBudget one, HouseholdYear home) {
            UserId by = somebody();
            if (voices.get(one).size() + 1 >= one.colleaguesNeeded()
                    && one.whyNotAgree(by, TODAY).isEmpty()) {
                home.requireRoom(one.amount(), one.limit());
            }
            boolean enough = one.agree(by, TODAY);
            voices.get(one).add(by);
            if (enough) {
                one.becomeFinal(home, HELD, TODAY);
                became++;
                assertThat(home.promised()).isLessThanOrEqualTo(one.limit());
            }
        }

        private UserId somebody() {
            return new UserId(1 + random.nextInt(5));
        }

        void check(long seed) {
            for (int home = 0; home < households.size(); home++) {
                Money promised = Money.ZERO;
                for (MiniBudget one : cases) {
                    if (homes.get(one) == home) {
                        promised = promised.plus(one.state() == MiniBudgetState.AGREED ? one.amount() : one.spent());
                    }
                }
                assertThat(households.get(home).promised()).as("seed " + seed).isEqualTo(promised);
            }
            for (MiniBudget one : cases) {
                boolean isFinal = Set.of(MiniBudgetState.AGREED, MiniBudgetState.SPENT, MiniBudgetState.LAPSED)
                        .contains(one.state());
                assertThat(voices.get(one)).as("seed " + seed).doesNotContain(one.proposer());
                if (isFinal) {
                    assertThat(voices.get(one)).as("seed " + seed).hasSize(one.colleaguesNeeded());
                }
                assertThat(one.amount()).isLessThanOrEqualTo(one.limit());
            }
        }
    }

    private static MandateLine line(long id, Money upTo, NeighbourhoodCode where, int colleagues, Period validity) {
        return new MandateLine(
                new MandateId(id),
                0,
                new MandateRule(Decider.TEAM, upTo, true, Set.of(), 1, where, colleagues, validity));
    }

    private static MiniBudget agreed(Money amount, HouseholdYear household) {
        MiniBudget agreed = asked(amount);
        agreed.agree(ONE, TODAY);
        agreed.agree(OTHER, TODAY);
        agreed.becomeFinal(household, HELD, TODAY);
        return agreed;
    }

    private static MiniBudget asked(Money amount) {
        return Ids.give(new MiniBudget(HERE, 1, new CaseText("Winterjas voor een kind"), amount, RULE, ASKS, TODAY), 1);
    }

    private static HouseholdYear household() {
        return Ids.give(new HouseholdYear(new MunicipalityCode("GM9901"), new FiscalYear(2026), "mark"), 1);
    }
}
