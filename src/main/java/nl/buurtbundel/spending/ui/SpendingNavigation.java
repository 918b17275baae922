package nl.buurtbundel.spending.ui;

import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.spending.ExpenseId;

/** The ways to the pages about what is spent. */
public final class SpendingNavigation {
    static final String SPENDING = "uitgaven";
    static final String BOOK = "uitgave-boeken";
    static final String PAYMENTS = "betalingen";
    static final String ORDER = "betaalopdracht";
    static final String YEAR = "begroot-en-betaald";
    static final String BANK = "bankafschriften";
    static final String ANEW = "uitgave";

    private SpendingNavigation() {}

    /** What is granted, agreed, paid and left of a plan. */
    public static String spending(InitiativeId plan) {
        return SPENDING + '/' + plan.value();
    }

    /** What waits for the budget holder. */
    public static String payments() {
        return PAYMENTS;
    }

    /** Plan against actual of the municipality, year by year. */
    public static String year() {
        return YEAR;
    }

    /** What the bank says was paid. */
    public static String bank() {
        return BANK;
    }

    static String order() {
        return ORDER;
    }

    static String book(InitiativeId plan) {
        return BOOK + '/' + plan.value();
    }

    static String bookAnew(InitiativeId plan, ExpenseId expense) {
        return book(plan) + '?' + ANEW + '=' + expense.value();
    }
}
