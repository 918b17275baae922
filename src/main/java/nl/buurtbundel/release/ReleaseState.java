package nl.buurtbundel.release;

/** How real a release is. */
public enum ReleaseState {
    /** A forecast: it covers nothing. */
    PLANNED,
    /** The provider has stopped. What came free is in the neighbourhood’s budget, or waits for it. */
    REALISED,
    /** It will not come: the household left, or the plan ended. */
    LAPSED,
    /** The household left after the provider had stopped: it goes back to its own help, and nothing more comes free for the plan. */
    RETURNED
}
