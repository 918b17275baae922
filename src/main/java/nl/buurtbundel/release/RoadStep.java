package nl.buurtbundel.release;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One step of a release, as it stands today.
 *
 * @param dueOn when it is due, or was; none for what is not needed
 * @param doneOn none where it is not done, or where nothing says on which day it was
 */
public record RoadStep(
        ReleaseStep step,
        StepStanding standing,
        @Nullable LocalDate dueOn,
        @Nullable LocalDate doneOn,
        boolean late) {}
