package nl.buurtbundel.access;

/** How far a right reaches. */
public enum Scope {
    /** Only in the neighbourhoods that the user is bound to. */
    NEIGHBOURHOOD,
    /** Anywhere in the user's own municipality. */
    MUNICIPALITY
}
