package nl.buurtbundel.spending;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import nl.buurtbundel.money.Money;

/**
 * What stands in one file for the bank and waits to be recorded as paid.
 *
 * @param order its number
 * @param on the day on which it was made
 * @param payments how many
 */
public record OrderedExpenses(String order, LocalDate on, int payments, Money sum) {

    static OrderedExpenses of(String order, List<ExpenseSummary> expenses) {
        return new OrderedExpenses(
                order,
                Objects.requireNonNull(expenses.get(0).orderedOn()),
                expenses.size(),
                Money.sum(expenses.stream().map(ExpenseSummary::amount).toList()));
    }
}
