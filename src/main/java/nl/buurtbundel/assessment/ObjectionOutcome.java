package nl.buurtbundel.assessment;

/** What the article turned out to say. */
public enum ObjectionOutcome {
    ALLOWED,
    ALLOWED_ON_CONDITION,
    NOT_ALLOWED
}
