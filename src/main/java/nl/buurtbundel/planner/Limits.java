package nl.buurtbundel.planner;

import nl.buurtbundel.money.Money;
import nl.buurtbundel.planner.InvalidProblem.Reason;

/** The sizes within which all sums of one neighbourhood stay in whole numbers, and the checks that name what exceeds them. */
final class Limits {

    /** A billion euros. */
    static final Money MOST_MONEY = Money.ofEuros(1_000_000_000L);

    static final int MOST_HOUSEHOLDS = 1_000_000;
    static final int MOST_PLACES = 1_000_000;
    static final int MOST_GROUPS = 100;
    static final int MOST_PLACES_PER_HOUSEHOLD_THOUSANDTHS = 1_000_000;

    private Limits() {}

    static void requireId(String id, String field) {
        if (id.isBlank()) {
            throw new InvalidProblem(field, Reason.BLANK);
        }
    }

    static void requireAmount(Money amount, String field) {
        if (amount.isNegative()) {
            throw new InvalidProblem(field, Reason.NEGATIVE);
        }
        if (amount.compareTo(MOST_MONEY) > 0) {
            throw new InvalidProblem(field, Reason.TOO_LARGE);
        }
    }

    static void requirePositive(int number, int most, String field) {
        if (number <= 0) {
            throw new InvalidProblem(field, Reason.NOT_POSITIVE);
        }
        if (number > most) {
            throw new InvalidProblem(field, Reason.TOO_LARGE);
        }
    }
}
