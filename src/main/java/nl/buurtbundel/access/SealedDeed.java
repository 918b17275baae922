package nl.buurtbundel.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A deed with everything that its seal is made of, so that an outsider can reckon the seal again: opaque ids and codes, no
 * names.
 *
 * @param row its number in the log
 * @param seal null as long as it is not sealed: seconds, as a rule
 */
public record SealedDeed(
        long row,
        Instant at,
        @Nullable Long actor,
        @Nullable String municipality,
        String action,
        String subjectType,
        String subject,
        @Nullable Long onBehalfOf,
        String details,
        @Nullable Seal seal) {

    /**
     * @param link its place in the chain
     * @param previous the hash of the link before it
     * @param hash SHA-256 over that and the deed
     */
    public record Seal(long link, String previous, String hash) {}
}
