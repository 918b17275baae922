package nl.buurtbundel.initiative;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a circle handed over of its own plan, and what the municipality promised on it.
 *
 * @param promise null as long as the municipality promised nothing; then the days are null too
 * @param promisedByDay the last day on which the municipality does it
 */
public record OwnPlanSummary(
        OutcomeId id,
        int version,
        String words,
        LocalDate handedOverOn,
        @Nullable String promise,
        @Nullable LocalDate promisedByDay,
        @Nullable LocalDate promisedOn) {}
