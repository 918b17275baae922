package nl.buurtbundel.signal.ui;

import nl.buurtbundel.signal.PatternId;

/** The addresses of the simplifier’s screens, for other rooms to lead to. */
public final class SignalNavigation {
    static final String PATTERNS = "patronen";
    static final String ID = "id";
    static final String PATTERN = "patroon/:" + ID + "([0-9]{1,18})";

    private SignalNavigation() {}

    public static String patterns() {
        return PATTERNS;
    }

    static String pattern(PatternId id) {
        return "patroon/" + id.value();
    }
}
