package nl.buurtbundel.assessment;

/** What the team advises. */
public enum AdviceKind {
    POSITIVE,
    WITH_CONDITIONS,
    NEGATIVE
}
