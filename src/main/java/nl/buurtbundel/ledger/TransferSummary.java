package nl.buurtbundel.ledger;

import java.time.Instant;
import java.time.LocalDate;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One movement of money.
 *
 * @param number its place in the book of the municipality, without gaps
 * @param taskField the field whose money moved
 * @param reservation what was held for it before, if anything
 * @param counters the transfer that this one undoes, if it is a correction
 * @param countered a later transfer undid this one
 * @param correctable a counter-transfer may undo it
 */
public record TransferSummary(
        TransferId id,
        long number,
        LocalDate bookedOn,
        Instant at,
        AccountKey from,
        AccountKey to,
        Money amount,
        String taskField,
        Reason reason,
        String reference,
        String purpose,
        @Nullable ReservationId reservation,
        @Nullable TransferId counters,
        boolean countered,
        boolean correctable) {

    /** Neither a correction nor corrected. */
    public boolean stands() {
        return counters == null && !countered;
    }
}
