package nl.buurtbundel.release;

/** What the provider says about the day on which the help ends. It is consulted; it need not like it. */
public enum ProviderOutcome {
    AGREES,
    /** The provider can stop, on a later day than the letter names. */
    OTHER_DATE,
    /** Not yet: the talk goes on, and nothing is ordered. */
    DISAGREES
}
