package nl.buurtbundel.initiative;

/** Where what was proposed to decide on an advised plan stands. */
public enum ProposalStanding {
    /** Nothing was proposed. */
    NONE,
    /** It waits for whoever decides. */
    WAITS,
    /** It ended without a decision: the team proposes again. */
    CAME_BACK
}
