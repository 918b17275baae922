package nl.buurtbundel.release;

/** Where a step of a release stands. */
public enum StepStanding {
    DONE,
    /** This is the one to do now. */
    CURRENT,
    /** Its turn comes. */
    LATER,
    /** This household, this help or this plan does without it. */
    NOT_NEEDED,
    /** A later message came in before anybody recorded it. */
    OVERTAKEN,
    /** The household left or the help ended for another reason: it does not come. */
    ENDED;

    /** It is still to be done. */
    public boolean isOpen() {
        return this == CURRENT || this == LATER;
    }
}
