package nl.buurtbundel.ledger;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Everything about a transfer except where the money goes.
 *
 * @param number the place in the book, without gaps
 * @param reservation what it resolves, if anything
 */
record Cause(
        long number,
        Instant at,
        LocalDate bookedOn,
        Reason reason,
        String reference,
        String purpose,
        @Nullable Long reservation) {

    Cause {
        if (reference.length() > 100 || purpose.length() > 200) {
            throw new IllegalArgumentException("reference or purpose too long");
        }
    }
}
