package nl.buurtbundel.access;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One look at a person's data, as that person may see it.
 *
 * @param activity a message key that says what for
 * @param subject whose data it was
 * @param roles what who looked was for the municipality then; never who it was
 * @param onBehalfOf in what office of somebody else it was, where who looked stood in
 */
public record Look(
        Instant at,
        String activity,
        String subject,
        Set<Role> roles,
        @Nullable Role onBehalfOf) {
    public Look {
        roles = Set.copyOf(roles);
    }
}
