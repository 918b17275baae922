package nl.buurtbundel.release;

/** How real a release is. */
public enum ReleaseState {
    /** A forecast: it covers nothing. */
    PLANNED,
    /** The provider has stopped, and the money is in the neighbourhood’s budget. */
    REALISED,
    /** It will not come: the household left, or the plan ended. */
    LAPSED,
    /** The household left after the provider had stopped: it goes back to its own help, and nothing more comes free for the plan. */
    RETURNED,
    /** After the provider had stopped, the team marked that the person does not take part: nothing more comes free for the plan. */
    EXCLUDED
}
