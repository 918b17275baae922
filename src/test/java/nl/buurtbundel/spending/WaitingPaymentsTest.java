package nl.buurtbundel.spending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WaitingPaymentsTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 5, 4);

    @Test
    void what_stands_in_no_order_is_apart_from_the_orders_of_which_the_oldest_comes_first() {
        ExpenseSummary free = waiting(1, 100, null, null);
        ExpenseSummary later = waiting(2, 250, "BB-2", MONDAY.plusDays(1));
        ExpenseSummary first = waiting(3, 40, "BB-1", MONDAY);
        ExpenseSummary withLater = waiting(4, 1, "BB-2", MONDAY.plusDays(1));

        WaitingPayments waiting = WaitingPayments.of(
                List.of(free, later, first, withLater), Set.of("BB-1"), Map.of("BB-1", 2L, "BB-2", 2L));

        assertThat(waiting.notOrdered()).containsExactly(free);
        assertThat(waiting.ordered())
                .containsExactly(
                        new OrderedExpenses("BB-1", List.of(first), true, false),
                        new OrderedExpenses("BB-2", List.of(later, withLater), false, true));
        // of the first order somebody else may pay the rest, and downloads its file
        OrderedExpenses two = waiting.ordered().get(1);
        assertThat(two.payments()).isEqualTo(2);
        assertThat(two.sum()).isEqualTo(Money.ofCents(251));
        assertThat(two.on()).isEqualTo(MONDAY.plusDays(1));
        assertThat(two.isOverdue(MONDAY.plusWeeks(8))).isFalse();
        assertThat(two.isOverdue(MONDAY.plusWeeks(8).plusDays(1))).isTrue();
    }

    @Test
    void where_nothing_waits_there_is_no_order() {
        assertThat(WaitingPayments.of(List.of(), Set.of(), Map.of()))
                .isEqualTo(new WaitingPayments(List.of(), List.of()));
    }

    private static ExpenseSummary waiting(long id, long cents, @Nullable String order, @Nullable LocalDate orderedOn) {
        return new ExpenseSummary(
                new ExpenseId(id),
                1,
                new InitiativeId(7),
                "Samen eten",
                new NeighbourhoodCode("BU99060101"),
                null,
                null,
                Money.ofCents(cents),
                "verf",
                MONDAY,
                ExpenseState.APPROVED,
                MONDAY,
                null,
                null,
                order,
                orderedOn,
                null,
                null,
                List.of(),
                new ExpenseRights(false, true, false, false));
    }
}
