package nl.buurtbundel.signal;

import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import nl.buurtbundel.provision.UnknownReason;
import org.jspecify.annotations.Nullable;

/**
 * A signal as the simplifier reads it: what chafed, and never at which plan or in which neighbourhood.
 *
 * @param step the stage of a plan, {@link #OWN_FILE}, or {@link #REPAIR} with why something stood on the repair list
 * @param words a few, or none
 * @param month in which it was said; of what tells of a household, in which enough of them were there
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

    HeardSignal in(YearMonth other) {
        return new HeardSignal(id, version, source, kind, voice, step, article, words, other);
    }

    /** Where it chafes when it is not about a plan. */
    public static final String OWN_FILE = "OWN_FILE";

    static final String REPAIR = "REPAIR_";

    /** What a file did not tell, where the signal is of a repair. */
    public Optional<UnknownReason> repaired() {
        return Optional.ofNullable(step)
                .filter(where -> where.startsWith(REPAIR))
                .map(where -> where.substring(REPAIR.length()))
                .flatMap(reason -> Arrays.stream(UnknownReason.values())
                        .filter(one -> one.name().equals(reason))
                        .findFirst());
    }
}
