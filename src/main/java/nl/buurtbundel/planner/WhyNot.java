package nl.buurtbundel.planner;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import nl.buurtbundel.money.Money;

/**
 * Why the plan does not open an alternative, and what would have to be different.
 *
 * @param costOfOpening fixed cost and start-up share of one group today
 * @param entersBelow a group belongs in a best plan once it costs no more than this to open, the rest of the plan being made
 *     anew around it and ceilings still counting today's cost; empty if it would not enter for nothing, or cannot open
 * @param exact whether {@code entersBelow} is proved to be the very amount; if not (a ceiling, several groups), it may enter at a higher one
 *     too
 * @param households that would join from the classes it serves, were it alone
 * @param minimumHouseholds without which a group does not start
 * @param breakEvenHouseholds at which one group pays for itself, households being drawn evenly from all eligible ones; empty
 *     if it never does
 * @param maximumHouseholds that fit in one group
 */
public record WhyNot(
        String alternative,
        Reason reason,
        Money costOfOpening,
        Optional<Money> entersBelow,
        boolean exact,
        int households,
        int minimumHouseholds,
        OptionalLong breakEvenHouseholds,
        int maximumHouseholds) {

    /** The first of these that applies. */
    public enum Reason {
        /** Fewer households would join than a group needs to start. */
        TOO_FEW_HOUSEHOLDS,
        /** Not one whole household fits between the minimum and maximum places of a group. */
        NO_HOUSEHOLD_FITS,
        /** One group of the smallest size costs more than a ceiling allows. */
        ABOVE_CEILING,
        /** Even with everybody who would join, it replaces less than it costs. */
        DOES_NOT_PAY,
        /** It pays by itself, but its households are worth more elsewhere in the plan. */
        OTHERS_ARE_BETTER
    }

    /** Households short of the minimum or, if higher, of the break-even point. Empty if no number of them is enough. */
    public OptionalInt householdsLacking() {
        if (breakEvenHouseholds.isEmpty()) {
            return OptionalInt.empty();
        }
        long needed = Math.max(minimumHouseholds, breakEvenHouseholds.getAsLong());
        return OptionalInt.of((int) Math.min(Integer.MAX_VALUE, Math.max(0, needed - households)));
    }
}
