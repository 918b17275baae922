package nl.buurtbundel.spending;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import nl.buurtbundel.money.Money;

/**
 * What stands in one file for the bank and waits to be recorded as paid.
 *
 * @param order its number
 * @param expenses at least one
 * @param bankHasIt the bank was seen to pay something of it
 * @param fileKept the file is there as it was made, and all that stands in it may be paid by the reader
 */
public record OrderedExpenses(String order, List<ExpenseSummary> expenses, boolean bankHasIt, boolean fileKept) {
    /** How long somebody has to record what became of it, and how long its file is kept at most. */
    static final int WEEKS_KEPT = 8;

    public OrderedExpenses {
        expenses = List.copyOf(expenses);
    }

    /** The day on which the file was made. */
    public LocalDate on() {
        return Objects.requireNonNull(expenses.get(0).orderedOn());
    }

    /** Nobody recorded in time whether it was sent. */
    public boolean isOverdue(LocalDate today) {
        return !on().plusWeeks(WEEKS_KEPT).isAfter(today);
    }

    /** How many. */
    public int payments() {
        return expenses.size();
    }

    public Money sum() {
        return Money.sum(expenses.stream().map(ExpenseSummary::amount).toList());
    }
}
