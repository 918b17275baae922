package nl.buurtbundel.shell.demo;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What a provider declares of one allocation for one month.
 *
 * @param tariffCents left out where the allocation is in minutes and the price by the hour
 * @param previousReference the line that a credit takes back
 */
record Declared(
        String bsn,
        Allocation allocation,
        YearMonth month,
        String reference,
        @Nullable String previousReference,
        int volume,
        @Nullable Long tariffCents,
        long cents,
        boolean credit) {

    long signedCents() {
        return credit ? -cents : cents;
    }

    Declared takenBack(String newReference) {
        return new Declared(bsn, allocation, month, newReference, reference, volume, tariffCents, cents, true);
    }
}
