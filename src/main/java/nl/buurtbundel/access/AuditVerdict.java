package nl.buurtbundel.access;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the verifier of the audit log found.
 *
 * @param sealed rows in the chain
 * @param tail rows committed but not sealed yet
 * @param anchored the link that stands outside the database too, with everything before it
 * @param faults what does not fit, at most {@link #MOST_FAULTS}
 */
public record AuditVerdict(
        Instant at, long sealed, long tail, @Nullable Long anchored, List<Fault> faults) {
    /** Who sees this many has seen enough. */
    static final int MOST_FAULTS = 100;

    public AuditVerdict {
        faults = List.copyOf(faults);
    }

    public boolean isWhole() {
        return faults.isEmpty();
    }

    public enum Kind {
        /** The link does not follow the one before it. */
        LINK_BROKEN,
        ROW_CHANGED,
        ROW_REMOVED,
        /** The link that stands outside the database is not there any more. */
        CUT_OFF,
        /** The link that stands outside the database is another one now. */
        REWRITTEN,
        /** There is a chain, but nothing outside the database to compare it with. */
        NO_ANCHOR
    }

    /** @param number of the link, or of the row that was changed or removed */
    public record Fault(Kind kind, long number) {}
}
