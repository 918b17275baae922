package nl.buurtbundel.spending;

import java.time.LocalDate;
import java.util.Set;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One payment on a bank statement, as far as it is kept: no name, no account, no text.
 *
 * @param identity the same for the same payment in whatever statement it stands
 * @param line where it stands in the file, from 1
 * @param paidOut the money left the account
 * @param card it was paid by card
 * @param together several payments in one, which the bank did not tell apart
 * @param answers the expense that the payment order named (EndToEndId), or null
 * @param expenses the expenses that its description names
 * @param plans the plans that its description names
 * @param miniBudgets the mini-budgets that its description names
 * @param agreements with other payers by which it may have come in
 */
record BankEntry(
        String identity,
        long line,
        LocalDate day,
        Money amount,
        boolean paidOut,
        boolean card,
        boolean together,
        @Nullable Long answers,
        Set<Long> expenses,
        Set<Long> plans,
        Set<Long> miniBudgets,
        Set<Long> agreements) {
    BankEntry {
        expenses = Set.copyOf(expenses);
        plans = Set.copyOf(plans);
        miniBudgets = Set.copyOf(miniBudgets);
        agreements = Set.copyOf(agreements);
    }

    boolean namesExpense() {
        return answers != null || !expenses.isEmpty();
    }

    boolean namesOurs() {
        return namesExpense() || !plans.isEmpty() || !miniBudgets.isEmpty();
    }

    /** Else nobody has to look at it. */
    boolean mayBeOurs() {
        return paidOut || namesOurs() || !agreements.isEmpty();
    }
}
