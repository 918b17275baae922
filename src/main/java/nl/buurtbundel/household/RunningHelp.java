package nl.buurtbundel.household;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.provision.ProvisionDetails;
import org.jspecify.annotations.Nullable;

/**
 * Help that runs now for somebody, whoever pays it.
 *
 * @param aYear what it costs in a year, in prices of that year; null while nobody knows, which is not zero
 * @param visitsAWeek how often somebody comes, as the family counts it: 0 to {@value #MOST_VISITS}
 * @param year of the amount
 */
public record RunningHelp(
        String name, CostBearer bearer, @Nullable Money aYear, int visitsAWeek, AmountSource source, int year) {
    public static final int MOST_VISITS = 50;
    /** In basis points. */
    private static final int ALL_OF_IT = 10_000;

    /** @throws Refusal without a name, and for numbers outside their range */
    public RunningHelp {
        name = BreakthroughPlan.requireName(name);
        BreakthroughPlan.requireAmount(aYear == null ? Money.ZERO : aYear);
        if (visitsAWeek < 0 || visitsAWeek > MOST_VISITS) {
            throw new Refusal("household.error.visits", MOST_VISITS);
        }
    }

    /**
     * What the municipality allocated: what was declared of it where that is known, else as if all of it is used.
     *
     * @param naming in the words of the reader; of two with one name the second gets a number
     */
    public static List<RunningHelp> listOf(
            List<OwnFile.Help> allocated, Function<OwnFile.Help, String> naming, LocalDate today) {
        Map<String, Integer> times = new HashMap<>();
        List<RunningHelp> running = new ArrayList<>();
        for (OwnFile.Help help : allocated) {
            String name = naming.apply(help);
            int nth = times.merge(name, 1, Integer::sum);
            ProvisionDetails provision = help.provision();
            running.add(new RunningHelp(
                    nth == 1 ? name : name + " " + nth,
                    CostBearer.MUNICIPALITY,
                    provision.expectedCost(ALL_OF_IT).orElse(null),
                    0,
                    provision.declared() == null ? AmountSource.ALLOCATED : AmountSource.DECLARED,
                    today.getYear()));
        }
        return running;
    }

    Money known() {
        return aYear == null ? Money.ZERO : aYear;
    }

    RunningHelp visiting(int aWeek) {
        return new RunningHelp(name, bearer, aYear, aWeek, source, year);
    }
}
