package nl.buurtbundel.ledger;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A line for the municipality’s own ledger, which stays the book of record. The lines of a month are zero together.
 *
 * @param number of the transfer in this book; null for a line that stands for many
 * @param neighbourhood empty for none
 * @param reference what the money is for; empty for a line that stands for many
 * @param amount what comes in on the task field and the kind (above zero) or goes out
 */
public record MunicipalEntry(
        @Nullable Long number,
        LocalDate bookedOn,
        AccountKind kind,
        String taskField,
        String neighbourhood,
        Reason reason,
        String reference,
        Money amount) {
    private static final Set<Reason> LOT_BY_LOT =
            EnumSet.of(Reason.PRE_FINANCING_REPAID, Reason.UNSPENT_RETURNED, Reason.CARRIED_OVER);
    private static final Set<AccountKind> HOLD_RELEASE = EnumSet.of(AccountKind.RELEASED, AccountKind.PRE_FINANCING);

    /** What moves so, or is undone so, may be what a single household freed: it is never a line by itself. */
    public static boolean mayTellOfHousehold(Reason reason, AccountKind one, AccountKind other) {
        return LOT_BY_LOT.contains(reason)
                || reason == Reason.GRANTED && (HOLD_RELEASE.contains(one) || HOLD_RELEASE.contains(other));
    }
}
