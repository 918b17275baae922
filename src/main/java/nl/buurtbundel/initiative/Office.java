package nl.buurtbundel.initiative;

/** Who has the next step. Public pages name the office, never the person. */
public enum Office {
    INITIATOR,
    NEIGHBOURHOOD_TEAM,
    MANAGER,
    /** Whoever the mandate names: manager, alderman, college or council. */
    DECIDER,
    BUDGET_HOLDER,
    ALDERMAN;

    /** Who looks after a step that is late, one level up; the alderman is the last. */
    public Office nextLevel() {
        return switch (this) {
            case INITIATOR -> NEIGHBOURHOOD_TEAM;
            case NEIGHBOURHOOD_TEAM -> MANAGER;
            case MANAGER, DECIDER, BUDGET_HOLDER, ALDERMAN -> ALDERMAN;
        };
    }
}
