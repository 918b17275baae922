package nl.buurtbundel.decision;

import java.util.Set;
import nl.buurtbundel.access.Role;

/**
 * Who may decide, from the smallest power to the largest. Who has the larger has
 * the smaller too; only the first three can hold a mandate.
 */
public enum Decider {
    TEAM(Role.TEAM_WORKER, Role.MANAGER, Role.ALDERMAN),
    MANAGER(Role.MANAGER, Role.ALDERMAN),
    ALDERMAN(Role.ALDERMAN),
    /** The college itself: the alderman records what it resolved. */
    COLLEGE(Role.ALDERMAN),
    /** Nobody here: the council must appropriate first. */
    COUNCIL;

    private final Set<Role> roles;

    Decider(Role... roles) {
        this.roles = Set.of(roles);
    }

    public boolean canHoldMandate() {
        return this == TEAM || this == MANAGER || this == ALDERMAN;
    }

    /** Whether somebody with these roles may act for this decider. */
    boolean isAmong(Set<Role> own) {
        return own.stream().anyMatch(roles::contains);
    }
}
