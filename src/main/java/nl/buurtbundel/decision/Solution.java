package nl.buurtbundel.decision;

/** How something was solved that cost the municipality nothing. */
public enum Solution {
    WITHOUT_MONEY,
    /** And there is no file. */
    BY_NEIGHBOUR
}
