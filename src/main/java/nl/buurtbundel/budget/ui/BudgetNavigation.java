package nl.buurtbundel.budget.ui;

/** The ways to the pages of the pooled budget. */
public final class BudgetNavigation {
    static final String POOLED_BUDGET = "buurtpot";
    static final String BUDGET = "begroting";
    static final String POSITION = "stand";

    private BudgetNavigation() {}

    /** What the council adopted, and pre-financing. */
    public static String budget() {
        return BUDGET;
    }

    /** Where the money of a year is. */
    public static String position() {
        return POSITION;
    }

    /** @param initiative the number of the initiative */
    public static String pooledBudget(long initiative) {
        return POOLED_BUDGET + '/' + initiative;
    }
}
