package nl.buurtbundel.access;

import java.util.Set;

/** Somebody who works for the municipality, to choose from. */
public record StaffMember(UserId id, String name, Set<Role> roles) {
    public StaffMember {
        roles = Set.copyOf(roles);
    }

    /** The controller only checks: who looks for mistakes acts in nobody’s power. */
    public boolean canStandIn() {
        return !roles.contains(Role.CONTROLLER);
    }
}
