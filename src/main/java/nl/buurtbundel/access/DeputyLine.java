package nl.buurtbundel.access;

import java.time.LocalDate;
import nl.buurtbundel.money.Period;
import org.jspecify.annotations.Nullable;

/**
 * Who stands in for whom, as the administrator reads it.
 *
 * @param withdrawnOn where it was entered by mistake and holds no more
 */
public record DeputyLine(
        DeputyId id,
        int version,
        String deputy,
        String absent,
        Role role,
        Period validity,
        @Nullable LocalDate withdrawnOn) {

    /** As long as its first day is not over; after that it is ended. */
    public boolean canBeWithdrawn(LocalDate today) {
        return withdrawnOn == null && !today.isAfter(validity.firstDay());
    }
}
