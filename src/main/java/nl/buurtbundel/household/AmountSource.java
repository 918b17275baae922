package nl.buurtbundel.household;

import java.util.Locale;

/** Where the amount of a year comes from. */
public enum AmountSource {
    /** What the provider declared. */
    DECLARED,
    /** What was allocated, had all of it been used. */
    ALLOCATED,
    /** What the reader thinks or was told. */
    OWN;

    /** The message key of its name. */
    public String key() {
        return "household.source." + name().toLowerCase(Locale.ROOT);
    }
}
