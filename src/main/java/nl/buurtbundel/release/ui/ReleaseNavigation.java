package nl.buurtbundel.release.ui;

/** The addresses of the screens of this room. */
public final class ReleaseNavigation {
    static final String WAYS_BACK = "terug-naar-eigen-hulp";

    static final String CORRECTIONS = "vrijval-terugboeken";

    private ReleaseNavigation() {}

    /** What is to be taken out of the budget again. */
    public static String corrections() {
        return CORRECTIONS;
    }

    /** Who wants the own help back. */
    public static String waysBack() {
        return WAYS_BACK;
    }
}
