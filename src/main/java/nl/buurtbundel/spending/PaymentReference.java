package nl.buurtbundel.spending;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.buurtbundel.decision.MiniBudgetId;
import nl.buurtbundel.initiative.InitiativeId;

/**
 * What stands with a payment at the bank, so that it can be found back: {@code BB-U} and the number of the expense,
 * {@code BB-P} and the number of the plan, or {@code BB-M} and the number of the mini-budget. It says nothing of anybody.
 */
public final class PaymentReference {
    private static final String EXPENSE = "BB-U";
    private static final String PLAN = "BB-P";
    private static final String MINI_BUDGET = "BB-M";
    private static final Pattern ANY =
            Pattern.compile("(?<![A-Z0-9])BB[- ]?([UPM])[- ]?([0-9]{1,18})(?![A-Z0-9])", Pattern.CASE_INSENSITIVE);

    private PaymentReference() {}

    public static String of(ExpenseId expense) {
        return EXPENSE + expense.value();
    }

    public static String of(InitiativeId plan) {
        return PLAN + plan.value();
    }

    public static String of(MiniBudgetId miniBudget) {
        return MINI_BUDGET + miniBudget.value();
    }

    /** The expense of which this is the reference, with nothing around it. */
    static Optional<Long> findExpense(String text) {
        Matcher whole = ANY.matcher(text.strip());
        return whole.matches() && is(whole, 'U') ? Optional.of(Long.parseLong(whole.group(2))) : Optional.empty();
    }

    static Set<Long> listExpenses(Iterable<String> texts) {
        return list(texts, 'U');
    }

    static Set<Long> listPlans(Iterable<String> texts) {
        return list(texts, 'P');
    }

    static Set<Long> listMiniBudgets(Iterable<String> texts) {
        return list(texts, 'M');
    }

    private static Set<Long> list(Iterable<String> texts, char kind) {
        Set<Long> found = new TreeSet<>();
        for (String text : texts) {
            Matcher within = ANY.matcher(text);
            while (within.find()) {
                if (is(within, kind)) {
                    found.add(Long.parseLong(within.group(2)));
                }
            }
        }
        return found;
    }

    private static boolean is(Matcher found, char kind) {
        return Character.toUpperCase(found.group(1).charAt(0)) == kind;
    }
}
