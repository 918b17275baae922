package nl.buurtbundel.catalogue;

/** What a factor of a quantity counts. */
public enum Unit {
    PERSONS,
    HOURS_A_WEEK,
    WEEKS_A_YEAR,
    PLACES_A_WEEK,
    TIMES_A_YEAR,
    MONTHS_A_YEAR,
    PIECES,
    KILOMETRES,
    YEAR,
    HOUSEHOLDS,
    /** A part of the whole, such as 0.85. */
    SHARE
}
