package nl.buurtbundel.suggestion;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the letters of the last invitation are.
 *
 * @param keptUntil until when they can be downloaded; null when there is nothing to download
 */
public record Letters(
        LettersId id,
        LettersState state,
        Invitation invitation,
        int addresses,
        int written,
        @Nullable Instant keptUntil) {}
