package nl.buurtbundel.assessment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of the checklist, numbered from 0.
 *
 * @param checker who looked at it, when it is met
 * @param reason what that rests on, or why it does not apply; null while open
 */
public record Gate(
        int place,
        GateText text,
        GateState state,
        @Nullable String checker,
        @Nullable String reason,
        @Nullable LocalDate checkedOn) {

    public boolean isOpen() {
        return state == GateState.OPEN;
    }
}
