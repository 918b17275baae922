package nl.buurtbundel.budget.ui;

/** The ways to the pages of the pooled budget. */
public final class BudgetNavigation {
    static final String POOLED_BUDGET = "buurtpot";

    private BudgetNavigation() {}

    /** @param initiative the number of the initiative */
    public static String pooledBudget(long initiative) {
        return POOLED_BUDGET + '/' + initiative;
    }
}
