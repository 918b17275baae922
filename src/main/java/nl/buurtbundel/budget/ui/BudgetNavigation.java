package nl.buurtbundel.budget.ui;

/** The ways to the pages of the pooled budget. */
public final class BudgetNavigation {
    static final String POOLED_BUDGET = "buurtpot";
    static final String BUDGET = "begroting";
    static final String POSITION = "stand";
    static final String YEAR_END = "jaarafsluiting";

    private BudgetNavigation() {}

    /** What the council adopted, and pre-financing. */
    public static String budget() {
        return BUDGET;
    }

    /** Where the money of a year is. */
    public static String position() {
        return POSITION;
    }

    /** What is left of a year is settled, and the year is closed. */
    public static String yearEnd() {
        return YEAR_END;
    }

    /** @param initiative the number of the initiative */
    public static String pooledBudget(long initiative) {
        return POOLED_BUDGET + '/' + initiative;
    }
}
