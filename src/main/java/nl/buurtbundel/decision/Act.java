package nl.buurtbundel.decision;

/** What somebody can do with an open decision. */
public enum Act {
    AGREE,
    DECIDE,
    SIGN_SECOND,
    TAKE_BACK;

    /** A step towards the grant. */
    boolean isYes() {
        return this != TAKE_BACK;
    }
}
