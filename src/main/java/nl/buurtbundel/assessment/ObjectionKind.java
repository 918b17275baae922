package nl.buurtbundel.assessment;

/** What somebody says is in the way. */
public enum ObjectionKind {
    LAW,
    PRIVACY,
    PROCUREMENT,
    SAFETY,
    MONEY,
    LOCAL_RULE,
    OTHER
}
