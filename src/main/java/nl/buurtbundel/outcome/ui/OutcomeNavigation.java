package nl.buurtbundel.outcome.ui;

/** The addresses of these screens, for other rooms to lead to. */
public final class OutcomeNavigation {
    static final String COST = "besluitkosten";

    private OutcomeNavigation() {}

    public static String cost() {
        return COST;
    }
}
