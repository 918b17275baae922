package nl.buurtbundel.budget;

/** What a level of escalation may do besides handing on. */
public enum EscalationPower {
    /** The term of the present step stands still until a day. */
    PAUSE,
    /** The rule is not followed here, by the article that allows that. */
    DEVIATE,
    /** The bridging budget pays while it is argued who pays. */
    BRIDGE
}
