package nl.buurtbundel.release.ui;

/** The addresses of the screens of this room. */
public final class ReleaseNavigation {
    static final String WAYS_BACK = "terug-naar-eigen-hulp";

    private ReleaseNavigation() {}

    /** Who wants the own help back. */
    public static String waysBack() {
        return WAYS_BACK;
    }
}
