package nl.buurtbundel.access;

import java.time.Instant;
import java.util.Set;

/**
 * A deed in the log as it may be read: in what office, never by whom.
 *
 * @param offices what the doer is for the municipality now
 * @param onBehalfOf what the one is in whose power it was done, or who set it going; empty where the doer did it by themselves
 * @param action what was done, as {@code room.verb}
 * @param subject the opaque id of what it was done to
 */
public record AuditLine(
        Instant at, Set<Role> offices, Set<Role> onBehalfOf, String action, String subjectType, String subject) {
    public AuditLine {
        offices = Set.copyOf(offices);
        onBehalfOf = Set.copyOf(onBehalfOf);
    }
}
