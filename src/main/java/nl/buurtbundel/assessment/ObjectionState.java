package nl.buurtbundel.assessment;

/** How far a “not allowed” has come. */
public enum ObjectionState {
    /** Waits for its article or its answer. */
    OPEN,
    /** Its day has passed without an answer. */
    OVERDUE,
    ANSWERED,
    /** It was answered; the plan has changed since, or the deviation is over, and it waits for another answer. */
    ASKED_AGAIN
}
