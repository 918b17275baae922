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
    /** Noted elsewhere, before it could be tapped here. */
    EARLIER
}
