package nl.buurtbundel.release;

import java.time.LocalDate;
import java.util.Optional;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/**
 * Somebody’s way back, for the team and for that person. It holds no reason: none is asked.
 *
 * @param subject the opaque id of the person; each list of these is a look that the person can see
 * @param bridge who helps in the days between
 * @param planEnded it began because the plan ended; otherwise because the person asked
 * @param late past the day that was promised
 * @param workingDaysLeft until that day, without today
 */
public record WayBackView(
        WayBackId id,
        int version,
        long initiative,
        NeighbourhoodCode neighbourhood,
        String subject,
        String bridge,
        boolean sameProvider,
        WayBackStep step,
        LocalDate askedOn,
        boolean planEnded,
        LocalDate dueOn,
        boolean late,
        int workingDaysLeft,
        @Nullable LocalDate bridgedOn,
        @Nullable LocalDate allocatedOn,
        @Nullable LocalDate backOn) {

    /** When a step was taken; empty when it was not (yet). */
    public Optional<LocalDate> takenOn(WayBackStep asked) {
        return Optional.ofNullable(
                switch (asked) {
                    case ASKED -> askedOn;
                    case BRIDGED -> bridgedOn;
                    case ALLOCATED -> allocatedOn;
                    case BACK -> backOn;
                });
    }
}
