package nl.buurtbundel.signal;

/** The page on which it is tapped that it chafes. */
public enum Place {
    PLAN,
    ASSESSMENT,
    DECISION,
    OWN_FILE
}
