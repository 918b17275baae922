package nl.buurtbundel.signal;

/** What was done about a plan that is stuck. */
public enum EscalationDeed {
    STARTED,
    PAUSED,
    DEVIATED,
    BRIDGED,
    HANDED_ON,
    /** What a table outside the municipality answered. */
    ANSWERED,
    SOLVED
}
