package nl.buurtbundel.signal;

/** How it was heard. */
public enum SignalSource {
    TAPPED,
    OBJECTION,
    REFUSAL,
    LATE_STEP,
    WAY_BACK,
    CAPACITY,
    ESCALATION,
    REPAIR,
    /** Noted elsewhere, before it could be tapped here. */
    EARLIER
}
