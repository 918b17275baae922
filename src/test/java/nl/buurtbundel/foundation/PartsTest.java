package nl.buurtbundel.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PartsTest {
    @Test
    void the_parts_together_are_the_values_in_their_order_and_none_is_empty() {
        for (int size : List.of(0, 1, 499, 500, 501, 1_000, 1_234)) {
            List<Integer> values = IntStream.range(0, size).boxed().toList();
            List<List<Integer>> parts = Parts.of(values);
            assertThat(parts.stream().flatMap(List::stream).toList()).isEqualTo(values);
            assertThat(parts).hasSize((size + 499) / 500).allMatch(part -> !part.isEmpty() && part.size() <= 500);
        }
    }
}
