package nl.buurtbundel.household;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The plan of the reader.
 *
 * @param version the version seen, to send along with a command; null as long as nothing is kept
 * @param changedOn null as long as nothing is kept
 */
public record OwnBreakthrough(
        @Nullable Integer version,
        BreakthroughPlan plan,
        @Nullable LocalDate changedOn) {}
