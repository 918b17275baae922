package nl.buurtbundel.spending;

import java.time.LocalDate;
import nl.buurtbundel.budget.PayerAgreement;
import nl.buurtbundel.decision.MiniBudgetId;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One payment on a bank statement.
 *
 * @param version the version seen, to send along with a command
 * @param paidOut else the money came back
 * @param reference the one of ours that stood with it, or null
 * @param why why it stands on the list; null for what is settled
 * @param expense where it belongs; null while nobody knows, and for what is not of ours
 * @param receivable it may be a contribution of another payer
 * @param returnable it may be the money of a payment that came back
 * @param cameBack it was paid and came back
 * @param receivedBy the agreement with another payer that it is booked to
 * @param beside it was booked there before this payment was laid beside it
 * @param miniBudget the mini-budget that it was paid from
 */
public record BankLineSummary(
        BankLineId id,
        int version,
        LocalDate day,
        Money amount,
        boolean paidOut,
        boolean card,
        @Nullable String reference,
        @Nullable Unmatched why,
        @Nullable Met expense,
        boolean receivable,
        boolean returnable,
        boolean cameBack,
        @Nullable PayerAgreement receivedBy,
        boolean beside,
        @Nullable MiniBudgetId miniBudget) {

    /**
     * The expense that a payment belongs to.
     *
     * @param byHand somebody said so
     */
    public record Met(ExpenseId id, String purpose, InitiativeId plan, boolean byHand) {}
}
