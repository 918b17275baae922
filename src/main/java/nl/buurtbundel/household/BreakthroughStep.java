package nl.buurtbundel.household;

import java.util.List;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.Money;

/**
 * Something that would be done otherwise, and the help that it makes unnecessary.
 *
 * @param once what it costs at the start
 * @param aYear what it costs in each year, the first too
 * @param ends names of help that runs now
 * @param afterMonths how long that help still runs: 0 to {@value #MOST_MONTHS}
 */
public record BreakthroughStep(
        String name, StepKind kind, CostBearer bearer, Money once, Money aYear, List<String> ends, int afterMonths) {
    static final int MOST_MONTHS = 60;

    /** @throws Refusal without a name, and for numbers outside their range */
    public BreakthroughStep {
        name = BreakthroughPlan.requireName(name);
        BreakthroughPlan.requireAmount(once);
        BreakthroughPlan.requireAmount(aYear);
        ends = List.copyOf(ends);
        if (afterMonths < 0 || afterMonths > MOST_MONTHS) {
            throw new Refusal("household.error.months", MOST_MONTHS);
        }
    }

    BreakthroughStep withoutEnding(String help) {
        return new BreakthroughStep(
                name,
                kind,
                bearer,
                once,
                aYear,
                ends.stream().filter(end -> !end.equals(help)).toList(),
                afterMonths);
    }
}
