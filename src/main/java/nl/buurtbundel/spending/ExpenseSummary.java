package nl.buurtbundel.spending;

import java.time.LocalDate;
import java.util.List;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/**
 * One expense of a plan.
 *
 * @param version the version seen, to send along with a command
 * @param line where it is booked; null for what was paid before there were lines
 * @param spentOn the day on the receipt
 * @param resolvedOn the day on which it was paid, sent back or lapsed
 * @param seenByBankOn the day on which the bank booked its payment
 * @param paymentOrder the file for the bank that it stands in
 * @param whySentBack in the words of who did
 * @param whyLapsed why it lapsed, as far as it was kept
 */
public record ExpenseSummary(
        ExpenseId id,
        int version,
        InitiativeId initiative,
        String planTitle,
        NeighbourhoodCode neighbourhood,
        @Nullable BudgetLineId line,
        @Nullable CommitmentId commitment,
        Money amount,
        String purpose,
        LocalDate spentOn,
        ExpenseState state,
        LocalDate bookedOn,
        @Nullable LocalDate resolvedOn,
        @Nullable LocalDate seenByBankOn,
        @Nullable String paymentOrder,
        @Nullable LocalDate orderedOn,
        @Nullable String whySentBack,
        @Nullable LapseReason whyLapsed,
        List<ReceiptSummary> receipts,
        ExpenseRights rights) {
    public ExpenseSummary {
        receipts = List.copyOf(receipts);
    }

    /** Of the same line, amount and day as what somebody is about to book, and not gone: it could be the same. */
    public boolean isLike(NewExpense entry) {
        return state != ExpenseState.WITHDRAWN
                && state != ExpenseState.LAPSED
                && entry.line().equals(line)
                && entry.amount().equals(amount)
                && entry.spentOn().equals(spentOn);
    }
}
