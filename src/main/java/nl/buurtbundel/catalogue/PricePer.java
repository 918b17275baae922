package nl.buurtbundel.catalogue;

/** What a price is for. */
public enum PricePer {
    HOUR,
    PLACE,
    TIME,
    MONTH,
    PIECE,
    KILOMETRE,
    YEAR,
    /** Once, at the start. */
    ONCE
}
