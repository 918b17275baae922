package nl.buurtbundel.household;

import java.util.Locale;

/** What kind of help would break through. Security comes first: without it, the rest does not hold. */
public enum StepKind {
    /** Buying off a debt. */
    DEBT,
    /** A home that can be paid. */
    HOME,
    OTHER;

    /** The message key of its name. */
    public String key() {
        return "household.step." + name().toLowerCase(Locale.ROOT);
    }
}
