package nl.buurtbundel.decision;

/** What somebody can do with an open decision. */
public enum Act {
    AGREE,
    DECIDE,
    SIGN_SECOND,
    /** Write down what the council decided. */
    RECORD_COUNCIL,
    TAKE_BACK;

    /** A step towards the grant. */
    public boolean isYes() {
        return this == AGREE || this == DECIDE || this == SIGN_SECOND;
    }
}
