package nl.buurtbundel.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.buurtbundel.money.Money;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
    private static final LocalDate BEFORE = LocalDate.of(2026, 11, 22);
    private static final LocalDate LAST = LocalDate.of(2026, 11, 23);

    @Test
    void a_task_field_without_a_line_for_the_last_day_stands_as_on_the_day_before() {
        List<Reconciliation> last = Reconciliation.list(
                List.of(LAST),
                Map.of(
                        "6.1", byDay(LAST, 12_090),
                        "6.751", byDay(BEFORE, 50_000)),
                Map.of("6.1", byDay(BEFORE, 12_090)));

        assertThat(last)
                .containsExactly(
                        new Reconciliation(LAST, "6.1", Money.ofCents(12_090), LAST, Money.ofCents(12_090)),
                        new Reconciliation(LAST, "6.751", Money.ofCents(50_000), BEFORE, Money.ZERO));
        assertThat(last.get(1).agrees()).isFalse();
    }

    @Test
    void what_the_municipality_says_nothing_of_differs_by_all_that_was_paid() {
        List<Reconciliation> last =
                Reconciliation.list(List.of(LAST), Map.of("6.1", byDay(LAST, 0)), Map.of("6.21", byDay(BEFORE, 5)));

        assertThat(last)
                .extracting(Reconciliation::taskField, Reconciliation::saidOn, Reconciliation::difference)
                .containsExactly(tuple("6.1", LAST, Money.ZERO), tuple("6.21", null, Money.ofCents(-5)));
    }

    @Test
    void what_was_said_or_paid_later_does_not_count_for_a_day_before() {
        assertThat(Reconciliation.list(
                        List.of(LAST, BEFORE), Map.of("6.1", byDay(LAST, 7)), Map.of("6.21", byDay(LAST, 7))))
                .extracting(Reconciliation::day)
                .containsOnly(LAST);
    }

    private static TreeMap<LocalDate, Money> byDay(LocalDate day, long cents) {
        return new TreeMap<>(Map.of(day, Money.ofCents(cents)));
    }
}
