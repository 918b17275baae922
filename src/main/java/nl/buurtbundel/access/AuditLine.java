package nl.buurtbundel.access;

import java.time.Instant;
import java.util.Set;

/**
 * A deed in the log as it may be read: in what office, never by whom.
 *
 * @param offices what the doer is for the municipality; none when the account is gone
 * @param action what was done, as {@code room.verb}
 * @param subject the opaque id of what it was done to
 */
public record AuditLine(Instant at, Set<Role> offices, String action, String subjectType, String subject) {
    public AuditLine {
        offices = Set.copyOf(offices);
    }
}
