package nl.buurtbundel.decision;

/** As what somebody signed. */
public enum SignatureKind {
    /** A colleague of the team who agrees with a mini-budget. */
    AGREED,
    DECIDED,
    SIGNED_SECOND,
    REFUSED,
    /** Whoever could decide did not agree with what was proposed: the team proposes anew. */
    SENT_BACK,
    NOT_SIGNED,
    /** No hand in the grant: somebody wrote down what the council decided. */
    COUNCIL_RECORDED
}
