package nl.buurtbundel.release;

/** What was done to a step of a release. */
public enum RoadDeedKind {
    RECORDED,
    TAKEN_BACK,
    /** The household left and came back: its road began anew. */
    BEGAN_ANEW
}
