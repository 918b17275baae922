package nl.buurtbundel.access;

import java.time.Instant;
import java.util.Set;

/**
 * One look at a person's data, as that person may see it.
 *
 * @param activity a message key that says what for
 * @param subject whose data it was
 * @param roles what who looked was for the municipality then; never who it was
 */
public record Look(Instant at, String activity, String subject, Set<Role> roles) {
    public Look {
        roles = Set.copyOf(roles);
    }
}
