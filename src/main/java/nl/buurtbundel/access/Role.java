package nl.buurtbundel.access;

import nl.buurtbundel.foundation.Messages;

/** What a user is for the municipality. A user may have several; nobody gets rights by any other way. */
public enum Role {
    RESIDENT,
    /** Neighbourhood team worker, for the neighbourhoods of the team. */
    TEAM_WORKER,
    /** Manager of several teams. */
    MANAGER,
    ALDERMAN,
    BUDGET_HOLDER,
    CONTROLLER,
    SIMPLIFIER,
    ADMINISTRATOR,
    /** Loads messages and files, and repairs what came in broken. */
    BACK_OFFICE,
    /** The program itself: start-up and scheduled work. Never a person. */
    SYSTEM;

    /** Whose name under a decision somebody else may write for them while they are away. */
    public boolean canBeStoodInFor() {
        return this == MANAGER || this == ALDERMAN || this == BUDGET_HOLDER;
    }

    /** What residents call it. */
    public String key() {
        return "access.role." + Messages.word(this);
    }
}
