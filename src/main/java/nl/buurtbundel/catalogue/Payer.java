package nl.buurtbundel.catalogue;

/** Who else may come to bear a cost: it has not gone when it only left the municipality. */
public enum Payer {
    RESIDENTS,
    VOLUNTEERS,
    HEALTH_INSURER,
    LONG_TERM_CARE,
    STATE
}
