package nl.buurtbundel.decision;

import nl.buurtbundel.access.Role;

/** As what somebody has a hand in a decision. On every page the office stands, never the person. */
public enum Office {
    TEAM,
    MANAGER,
    ALDERMAN,
    COLLEGE,
    COUNCIL,
    BUDGET_HOLDER;

    /** What somebody with this role is here. */
    static Office of(Role role) {
        return switch (role) {
            case TEAM_WORKER -> TEAM;
            case MANAGER -> MANAGER;
            case ALDERMAN -> ALDERMAN;
            case BUDGET_HOLDER -> BUDGET_HOLDER;
            default -> throw new IllegalArgumentException(role + " has no hand in a decision");
        };
    }
}
