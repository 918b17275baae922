package nl.buurtbundel.household;

import java.util.Locale;

/** Who bears a cost. It has not gone when it only came to another: the waterbed. */
public enum CostBearer {
    MUNICIPALITY,
    HEALTH_INSURER,
    LONG_TERM_CARE,
    STATE,
    LANDLORD,
    RESIDENT;

    /** The message key of its name. */
    public String key() {
        return "household.bearer." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
