package nl.buurtbundel.spending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.spending.StatementMatch.Outcome;
import nl.buurtbundel.spending.StatementMatch.Payable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StatementMatchTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 2);
    private static final Money FIFTY = Money.ofEuros(50);

    @Test
    void the_order_names_the_expense_and_the_amount_is_right_to_the_cent() {
        assertThat(met(order("a", 1, FIFTY), payable(1, 7, FIFTY))).isEqualTo(new Outcome(1L, null));
        assertThat(met(order("a", 1, FIFTY.plus(Money.ofCents(1))), payable(1, 7, FIFTY)))
                .isEqualTo(new Outcome(null, Unmatched.OTHER_AMOUNT));
        assertThat(met(order("a", 2, FIFTY), payable(1, 7, FIFTY)))
                .isEqualTo(new Outcome(null, Unmatched.UNKNOWN_REFERENCE));
        assertThat(met(order("a", 1, FIFTY), new Payable(1, 7, FIFTY, DAY, DAY, true)))
                .isEqualTo(new Outcome(null, Unmatched.SEEN_BEFORE));
    }

    @Test
    void the_plan_alone_is_enough_only_around_the_day_and_for_one_expense() {
        BankEntry rent = entry("a", FIFTY, null, Set.of(), Set.of(7L));
        assertThat(met(rent, payable(1, 7, FIFTY), payable(2, 8, FIFTY))).isEqualTo(new Outcome(1L, null));
        assertThat(met(rent, payable(1, 7, FIFTY), payable(2, 7, FIFTY)))
                .isEqualTo(new Outcome(null, Unmatched.AMBIGUOUS));
        assertThat(met(rent, new Payable(1, 7, FIFTY, DAY.plusDays(1), null, false)))
                .as("paid before there was anything to pay")
                .isEqualTo(new Outcome(null, Unmatched.NO_SUCH_EXPENSE));
        assertThat(met(rent, new Payable(1, 7, FIFTY, DAY.minusDays(60), DAY.minusDays(10), false)))
                .isEqualTo(new Outcome(1L, null));
        assertThat(met(rent, new Payable(1, 7, FIFTY, DAY.minusDays(60), DAY.minusDays(11), false)))
                .isEqualTo(new Outcome(null, Unmatched.NO_SUCH_EXPENSE));
    }

    @Test
    void without_a_reference_of_ours_the_amount_alone_is_never_enough() {
        assertThat(met(entry("a", FIFTY, null, Set.of(), Set.of()), payable(1, 7, FIFTY)))
                .isEqualTo(new Outcome(null, Unmatched.NO_REFERENCE));
    }

    @Test
    void two_payments_for_one_expense_are_both_left_to_people() {
        Map<String, Outcome> found = StatementMatch.of(
                List.of(order("a", 1, FIFTY), order("b", 1, FIFTY), entry("c", FIFTY, null, Set.of(), Set.of(7L))),
                List.of(payable(1, 7, FIFTY)));
        assertThat(found.values())
                .containsOnly(new Outcome(null, Unmatched.AMBIGUOUS))
                .hasSize(3);
    }

    @Test
    void what_the_order_named_comes_before_a_description() {
        Map<String, Outcome> found = StatementMatch.of(
                List.of(entry("plan", FIFTY, null, Set.of(), Set.of(7L)), order("order", 1, FIFTY)),
                List.of(payable(1, 7, FIFTY), payable(2, 7, FIFTY)));
        assertThat(found.get("order")).isEqualTo(new Outcome(1L, null));
        assertThat(found.get("plan")).as("only the other one is left").isEqualTo(new Outcome(2L, null));
    }

    @Test
    void money_that_came_back_and_payments_together_are_for_people() {
        BankEntry back =
                new BankEntry("a", 1, DAY, FIFTY, false, false, false, 1L, Set.of(1L), Set.of(), Set.of(), Set.of());
        BankEntry together =
                new BankEntry("a", 1, DAY, FIFTY, true, false, true, 1L, Set.of(1L), Set.of(), Set.of(), Set.of());
        assertThat(met(back, payable(1, 7, FIFTY))).isEqualTo(new Outcome(null, Unmatched.CAME_BACK));
        assertThat(met(together, payable(1, 7, FIFTY))).isEqualTo(new Outcome(null, Unmatched.TOGETHER));
        BankEntry given =
                new BankEntry("a", 1, DAY, FIFTY, false, false, false, null, Set.of(), Set.of(), Set.of(), Set.of(3L));
        assertThat(met(given, payable(1, 7, FIFTY)))
                .as("another payer may have given it")
                .isEqualTo(new Outcome(null, Unmatched.CAME_IN));
        BankEntry returned = new BankEntry(
                "a", 1, DAY, FIFTY, false, false, false, null, Set.of(1L), Set.of(), Set.of(), Set.of(3L));
        assertThat(met(returned, payable(1, 7, FIFTY)))
                .as("we paid it before")
                .isEqualTo(new Outcome(null, Unmatched.CAME_BACK));
        BankEntry several =
                new BankEntry("a", 1, DAY, FIFTY, false, false, true, null, Set.of(), Set.of(), Set.of(), Set.of(3L));
        assertThat(met(several, payable(1, 7, FIFTY)))
                .as("of several payers")
                .isEqualTo(new Outcome(null, Unmatched.TOGETHER));
    }

    @Test
    void never_twice_never_forced_and_in_any_order_the_same() {
        for (long seed = 1; seed <= 3_000; seed++) {
            Random random = new Random(seed);
            List<Payable> payables = new ArrayList<>();
            Map<Long, Payable> byId = new HashMap<>();
            for (long id = 1; id <= 1 + random.nextInt(12); id++) {
                Payable one = new Payable(
                        id,
                        random.nextInt(3),
                        someAmount(random),
                        DAY.minusDays(random.nextInt(30)),
                        random.nextBoolean() ? null : DAY.minusDays(random.nextInt(20)),
                        random.nextInt(5) == 0);
                payables.add(one);
                byId.put(id, one);
            }
            List<BankEntry> entries = new ArrayList<>();
            for (int i = 0; i < 1 + random.nextInt(15); i++) {
                entries.add(new BankEntry(
                        "entry" + i,
                        i,
                        DAY.minusDays(random.nextInt(10)),
                        someAmount(random),
                        random.nextInt(8) > 0,
                        random.nextBoolean(),
                        random.nextInt(10) == 0,
                        random.nextInt(3) == 0 ? (long) random.nextInt(14) : null,
                        random.nextInt(3) == 0 ? Set.of((long) random.nextInt(14)) : Set.of(),
                        random.nextInt(3) == 0 ? Set.of((long) random.nextInt(3)) : Set.of(),
                        Set.of(),
                        random.nextInt(3) == 0 ? Set.of((long) random.nextInt(3)) : Set.of()));
            }
            Map<String, Outcome> found = StatementMatch.of(entries, payables);

            assertThat(found.keySet()).as("seed %d", seed).hasSize(entries.size());
            List<Long> met = found.values().stream()
                    .map(Outcome::expense)
                    .filter(java.util.Objects::nonNull)
                    .toList();
            assertThat(met).as("no expense twice, seed %d", seed).doesNotHaveDuplicates();
            for (BankEntry entry : entries) {
                Outcome outcome = found.get(entry.identity());
                assertThat(outcome.expense() == null)
                        .as("either or, seed %d", seed)
                        .isEqualTo(outcome.why() != null);
                if (outcome.expense() != null) {
                    certain(entry, byId.get(outcome.expense()), entries, payables, seed);
                }
            }
            List<BankEntry> shuffled = new ArrayList<>(entries);
            Collections.shuffle(shuffled, random);
            List<Payable> shuffledToo = new ArrayList<>(payables);
            Collections.shuffle(shuffledToo, random);
            assertThat(StatementMatch.of(shuffled, shuffledToo))
                    .as("seed %d", seed)
                    .isEqualTo(found);
        }
    }

    /** Reckoned anew, in another way than the rule does. */
    private static void certain(
            BankEntry entry, Payable met, List<BankEntry> entries, List<Payable> payables, long seed) {
        assertThat(met.amount()).as("to the cent, seed %d", seed).isEqualTo(entry.amount());
        assertThat(met.seen()).as("seed %d", seed).isFalse();
        assertThat(entry.paidOut() && !entry.together()).as("seed %d", seed).isTrue();
        boolean named = Long.valueOf(met.expense()).equals(entry.answers());
        boolean described = entry.answers() == null && entry.expenses().contains(met.expense());
        boolean ofPlan = entry.answers() == null
                && entry.expenses().isEmpty()
                && entry.plans().contains(met.plan());
        assertThat(named || described || ofPlan).as("by name, seed %d", seed).isTrue();
        long rivals = entries.stream()
                .filter(other -> other != entry && other.paidOut() && !other.together())
                .filter(other -> other.amount().equals(met.amount()))
                .filter(other -> named
                        ? Long.valueOf(met.expense()).equals(other.answers())
                        : described
                                && other.answers() == null
                                && other.expenses().contains(met.expense()))
                .count();
        assertThat(rivals)
                .as("no other claims it in the same way, seed %d", seed)
                .isZero();
        if (ofPlan) {
            long others = payables.stream()
                    .filter(other -> other.plan() == met.plan() && other.fits(entry.amount()))
                    .filter(other -> other.isAround(entry.day()) && other.expense() != met.expense())
                    .filter(other -> entries.stream()
                            .noneMatch(line -> Long.valueOf(other.expense()).equals(line.answers())
                                    || line.expenses().contains(other.expense())))
                    .count();
            assertThat(others).as("no other expense fits, seed %d", seed).isZero();
        }
    }

    private static Money someAmount(Random random) {
        return Money.ofEuros(10 + 10L * random.nextInt(3));
    }

    private static Outcome met(BankEntry entry, Payable... payables) {
        return StatementMatch.of(List.of(entry), List.of(payables)).get(entry.identity());
    }

    private static Payable payable(long id, long plan, Money amount) {
        return new Payable(id, plan, amount, DAY.minusDays(3), null, false);
    }

    private static BankEntry order(String identity, long expense, Money amount) {
        return entry(identity, amount, expense, Set.of(expense), Set.of());
    }

    private static BankEntry entry(
            String identity, Money amount, @Nullable Long answers, Set<Long> expenses, Set<Long> plans) {
        return new BankEntry(
                identity, 1, DAY, amount, true, false, false, answers, expenses, plans, Set.of(), Set.of());
    }
}
