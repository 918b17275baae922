package nl.buurtbundel.decision;

import java.util.List;
import java.util.Set;
import nl.buurtbundel.access.Role;

/**
 * Who may decide, from the smallest power to the largest. Who has the larger has
 * the smaller too; only the first three can hold a mandate.
 */
public enum Decider {
    TEAM(Office.TEAM, Role.TEAM_WORKER, Role.MANAGER, Role.ALDERMAN),
    MANAGER(Office.MANAGER, Role.MANAGER, Role.ALDERMAN),
    ALDERMAN(Office.ALDERMAN, Role.ALDERMAN),
    /** The college itself: the alderman records what it resolved. */
    COLLEGE(Office.COLLEGE, Role.ALDERMAN),
    /** Nobody here: the council must appropriate first. */
    COUNCIL(Office.COUNCIL);

    private final Office office;
    /** From the smallest power to the largest. */
    private final List<Role> roles;

    Decider(Office office, Role... roles) {
        this.office = office;
        this.roles = List.of(roles);
    }

    Office office() {
        return office;
    }

    /**
     * As what somebody with these roles decides, refuses or sends back for this decider; who has a larger power acts in the own
     * office. Nobody does so for the team, whose members agree.
     */
    Office officeOf(Set<Role> own) {
        return this == COLLEGE
                ? office
                : roles.stream()
                        .filter(role -> role != Role.TEAM_WORKER && own.contains(role))
                        .findFirst()
                        .map(Office::of)
                        .orElse(office);
    }

    public boolean canHoldMandate() {
        return this == TEAM || this == MANAGER || this == ALDERMAN;
    }

    /** Whether somebody with these roles may act for this decider. */
    boolean isAmong(Set<Role> own) {
        return own.stream().anyMatch(roles::contains);
    }
}
