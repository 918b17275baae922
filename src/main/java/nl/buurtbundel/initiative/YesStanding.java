package nl.buurtbundel.initiative;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a yes stands, without whose it is.
 *
 * @param holds it counts for the plan as it is now, and nobody is leaving
 * @param isDefinite the plan runs, and after a trial the household chose to go on
 * @param lastDay the last day of taking part, for who is leaving or has left with notice
 */
public record YesStanding(
        boolean holds, boolean isDefinite, @Nullable LocalDate lastDay) {}
