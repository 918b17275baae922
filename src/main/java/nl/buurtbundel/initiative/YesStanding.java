package nl.buurtbundel.initiative;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a yes stands, without whose it is.
 *
 * @param holds it counts for the plan as it is now, and nobody is leaving
 * @param lastDay the last day of taking part, for who is leaving or has left with notice
 */
public record YesStanding(boolean holds, @Nullable LocalDate lastDay) {}
