package nl.buurtbundel.decision;

/** As what somebody signed. */
public enum SignatureKind {
    /** A colleague of the team who agrees with a mini-budget. */
    AGREED,
    DECIDED,
    SIGNED_SECOND,
    REFUSED,
    NOT_SIGNED
}
