package nl.buurtbundel.signal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A rule that changed because it chafed, for everybody who can say so.
 *
 * @param heard how often it was, rounded; null below the threshold
 */
public record ChangedRule(
        String title,
        String what,
        LocalDate doneOn,
        @Nullable Integer heard) {}
