package nl.buurtbundel.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SplitTest {
    private final Random random = new Random(20261121);

    @Test
    void the_parts_sum_to_the_amount_whatever_the_amount_and_the_weights() {
        for (int round = 0; round < 2_000; round++) {
            Money amount = Money.ofCents(random.nextLong() >> (random.nextInt(40) + 4));
            List<Long> weights = weights();
            assertThat(Money.sum(Split.byLargestRemainder(amount, weights))).isEqualTo(amount);
        }
    }

    @Test
    void each_part_is_off_by_less_than_a_cent() {
        for (int round = 0; round < 500; round++) {
            Money amount = Money.ofCents(random.nextInt());
            List<Long> weights = weights();
            long total = weights.stream().mapToLong(Long::longValue).sum();
            List<Money> parts = Split.byLargestRemainder(amount, weights);
            for (int i = 0; i < parts.size(); i++) {
                BigDecimal exact = BigDecimal.valueOf(amount.cents())
                        .multiply(BigDecimal.valueOf(weights.get(i)))
                        .divide(BigDecimal.valueOf(total), MathContext.DECIMAL128);
                assertThat(BigDecimal.valueOf(parts.get(i).cents())
                                .subtract(exact)
                                .abs())
                        .isLessThan(BigDecimal.ONE);
            }
        }
    }

    @Test
    void what_a_weight_gets_does_not_depend_on_the_order() {
        for (int round = 0; round < 500; round++) {
            Money amount = Money.ofCents(random.nextInt());
            List<Long> weights = weights();
            List<Long> shuffled = new ArrayList<>(weights);
            Collections.shuffle(shuffled, random);
            assertThat(perWeight(amount, shuffled)).isEqualTo(perWeight(amount, weights));
        }
    }

    @Test
    void without_a_weight_above_zero_there_is_nothing_to_split_by() {
        assertThatThrownBy(() -> Split.byLargestRemainder(Money.ofEuros(1), List.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Split.byLargestRemainder(Money.ofEuros(1), List.of(0L, 0L)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Split.byLargestRemainder(Money.ofEuros(1), List.of(2L, -1L)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<Long> weights() {
        List<Long> weights = new ArrayList<>();
        int count = 1 + random.nextInt(12);
        for (int i = 0; i < count; i++) {
            weights.add((long) random.nextInt(1_000));
        }
        weights.add(1L);
        return weights;
    }

    private static List<String> perWeight(Money amount, List<Long> weights) {
        List<Money> parts = Split.byLargestRemainder(amount, weights);
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            pairs.add(weights.get(i) + " gets " + parts.get(i));
        }
        Collections.sort(pairs);
        return pairs;
    }
}
