package nl.buurtbundel.signal;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * A signal as the simplifier reads it: what chafed, and never at which plan or in which neighbourhood.
 *
 * @param step the stage of a plan, or {@link #OWN_FILE}
 * @param words a few, or none
 */
public record HeardSignal(
        SignalId id,
        int version,
        SignalSource source,
        SignalKind kind,
        Voice voice,
        @Nullable String step,
        @Nullable String article,
        String words,
        YearMonth month) {

    /** Where it chafes when it is not about a plan. */
    public static final String OWN_FILE = "OWN_FILE";
}
