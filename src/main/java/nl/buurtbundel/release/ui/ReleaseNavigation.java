package nl.buurtbundel.release.ui;

import nl.buurtbundel.initiative.InitiativeId;

/** The addresses of the screens of this room. */
public final class ReleaseNavigation {
    static final String WAYS_BACK = "terug-naar-eigen-hulp";

    static final String CORRECTIONS = "vrijval-terugboeken";

    static final String ROAD = "vrijval";

    static final String ORDERS = "wijzigingsopdrachten";

    static final String CALENDAR = "vrijvalkalender";

    private ReleaseNavigation() {}

    /** When money is expected to come free. */
    public static String calendar() {
        return CALENDAR;
    }

    /** The release of a plan, step by step. */
    public static String road(InitiativeId plan) {
        return ROAD + "/" + plan.value();
    }

    /** Which allocations are to end earlier. */
    public static String orders() {
        return ORDERS;
    }

    /** What is to be taken out of the budget again. */
    public static String corrections() {
        return CORRECTIONS;
    }

    /** Who wants the own help back. */
    public static String waysBack() {
        return WAYS_BACK;
    }
}
