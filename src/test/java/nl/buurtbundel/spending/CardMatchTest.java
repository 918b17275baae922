package nl.buurtbundel.spending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.buurtbundel.decision.MiniBudgetCard;
import nl.buurtbundel.decision.MiniBudgetId;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.spending.CardMatch.Payment;
import nl.buurtbundel.spending.StatementMatch.Payable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CardMatchTest {
    private static final LocalDate DAY = LocalDate.of(2026, 4, 2);
    private static final Money EIGHTY = Money.ofEuros(80);

    @Test
    void a_payment_by_card_of_just_what_is_held_is_the_one() {
        assertThat(met(List.of(paid(1, EIGHTY, null)), held(7, EIGHTY))).containsEntry(1L, new MiniBudgetId(7));
        assertThat(met(List.of(paid(1, Money.ofCents(7_999), null)), held(7, EIGHTY)))
                .isEmpty();
        assertThat(met(List.of(new Payment(1, DAY.minusDays(1), EIGHTY, null)), held(7, EIGHTY)))
                .as("before it was agreed on")
                .isEmpty();
        assertThat(met(List.of(new Payment(1, DAY.plusDays(45), EIGHTY, null)), held(7, EIGHTY)))
                .as("after its time")
                .isEmpty();
    }

    @Test
    void what_could_be_two_is_left_to_people() {
        assertThat(met(List.of(paid(1, EIGHTY, null)), held(7, EIGHTY), held(8, EIGHTY)))
                .isEmpty();
        assertThat(met(List.of(paid(1, EIGHTY, null), paid(2, EIGHTY, null)), held(7, EIGHTY)))
                .isEmpty();
        assertThat(CardMatch.of(
                        List.of(paid(1, EIGHTY, null)),
                        List.of(held(7, EIGHTY)),
                        List.of(new Payable(3, 4, EIGHTY, DAY, null, false))))
                .as("an expense of a plan waits for the same amount")
                .isEmpty();
    }

    @Test
    void a_payment_that_names_it_may_be_of_a_part_and_more_than_one_as_long_as_it_lasts() {
        assertThat(met(List.of(paid(1, Money.ofEuros(30), 7L), paid(2, Money.ofEuros(50), 7L)), held(7, EIGHTY)))
                .hasSize(2);
        assertThat(met(List.of(paid(1, Money.ofEuros(30), 7L), paid(2, Money.ofEuros(51), 7L)), held(7, EIGHTY)))
                .isEmpty();
        assertThat(met(List.of(paid(1, EIGHTY, 9L)), held(7, EIGHTY)))
                .as("it names another")
                .isEmpty();
    }

    @Test
    void never_more_than_is_held_and_in_any_order_the_same() {
        int certain = 0;
        for (long seed = 1; seed <= 3_000; seed++) {
            Random random = new Random(seed);
            List<MiniBudgetCard> held = new ArrayList<>();
            for (int i = 1; i <= 1 + random.nextInt(6); i++) {
                held.add(held(i, Money.ofEuros(10 * (1 + random.nextInt(5)))));
            }
            List<Payment> payments = new ArrayList<>();
            for (int i = 1; i <= 1 + random.nextInt(8); i++) {
                payments.add(new Payment(
                        i,
                        DAY.plusDays(random.nextInt(50) - 2),
                        Money.ofEuros(10 * (1 + random.nextInt(5))),
                        random.nextInt(3) == 0 ? (long) random.nextInt(8) : null));
            }
            Map<Long, MiniBudgetId> found = CardMatch.of(payments, held, List.of());
            Map<MiniBudgetId, Money> sums = new HashMap<>();
            payments.stream()
                    .filter(payment -> found.containsKey(payment.line()))
                    .forEach(payment -> sums.merge(found.get(payment.line()), payment.amount(), Money::plus));
            for (MiniBudgetCard one : held) {
                assertThat(sums.getOrDefault(one.id(), Money.ZERO))
                        .as("seed " + seed)
                        .isLessThanOrEqualTo(one.left());
            }
            Collections.shuffle(payments, random);
            Collections.shuffle(held, random);
            assertThat(CardMatch.of(payments, held, List.of()))
                    .as("seed " + seed)
                    .isEqualTo(found);
            certain += found.size();
        }
        assertThat(certain).isGreaterThan(500);
    }

    private static Map<Long, MiniBudgetId> met(List<Payment> payments, MiniBudgetCard... held) {
        return CardMatch.of(payments, List.of(held), List.of());
    }

    private static Payment paid(long line, Money amount, @Nullable Long names) {
        return new Payment(line, DAY, amount, names);
    }

    private static MiniBudgetCard held(long id, Money left) {
        return new MiniBudgetCard(new MiniBudgetId(id), left, left, DAY, DAY.plusDays(44));
    }
}
