package nl.buurtbundel.signal;

/** How far a structural change is. */
public enum ChangeState {
    PROPOSED,
    /** It will be done. */
    DECIDED,
    /** Who decides said no; another change can be proposed. */
    REJECTED,
    DONE
}
