package nl.buurtbundel.planner;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;
import nl.buurtbundel.money.Money;

/** Works out why a plan does not open an alternative. */
final class Explanation {

    private static final int MILLI = 1000;

    private Explanation() {}

    static WhyNot of(Plan plan, Alternative alternative, Effort effort) {
        PlanningProblem problem = plan.problem();
        Scenario scenario = plan.scenario();
        int a = problem.alternatives().indexOf(alternative);
        Instance instance = Instance.of(problem, scenario);
        int available = 0;
        for (int c = 0; c < instance.classes; c++) {
            available += instance.served[a][c] ? instance.uptake[c] : 0;
        }
        int minimum = problem.householdsAtLeast(alternative);
        int maximum = problem.householdsAtMost(alternative);
        Optional<Money> entersBelow = Optional.empty();
        boolean exact = plan.certificate().provedOptimal()
                && !instance.hasCeiling()
                && alternative.ceiling() == null
                && instance.mostGroups[a] == 1;
        if (instance.mostGroups[a] > 0) {
            Instance free = Instance.withFreeOpening(problem, scenario, a);
            Search forced = forced(free, a, effort);
            exact = exact && forced.proved();
            if (forced.found()) {
                long most = plan.certificate().provedOptimal()
                        ? plan.exactResult()
                        : plan.certificate().bound().cents() * MILLI;
                long room = Math.floorDiv(free.money(forced.score()) - most, MILLI);
                entersBelow = room < 0 ? Optional.empty() : Optional.of(Money.ofCents(room));
            }
        }
        return new WhyNot(
                alternative.id(),
                reason(instance, a, available, minimum, maximum, effort),
                alternative.costOfOpening(),
                entersBelow,
                exact,
                available,
                minimum,
                breakEven(problem, alternative, scenario),
                maximum);
    }

    /** The best plan with just one group of the alternative, at no cost of opening. */
    private static Search forced(Instance free, int a, Effort effort) {
        int[] fewest = new int[free.alternatives];
        int[] most = free.mostGroups.clone();
        fewest[a] = 1;
        most[a] = 1;
        Search search = new Search(free, effort.nodes(), fewest, most);
        search.run();
        return search;
    }

    private static WhyNot.Reason reason(
            Instance instance, int a, int available, int minimum, int maximum, Effort effort) {
        if (maximum == 0 || maximum < minimum) {
            return WhyNot.Reason.NO_HOUSEHOLD_FITS;
        }
        if (available < Math.max(1, minimum)) {
            return WhyNot.Reason.TOO_FEW_HOUSEHOLDS;
        }
        if (instance.mostGroups[a] == 0) {
            return WhyNot.Reason.ABOVE_CEILING;
        }
        int[] most = new int[instance.alternatives];
        most[a] = instance.mostGroups[a];
        Search alone = new Search(instance, effort.nodes(), new int[instance.alternatives], most);
        alone.run();
        return alone.groups()[a] == 0 ? WhyNot.Reason.DOES_NOT_PAY : WhyNot.Reason.OTHERS_ARE_BETTER;
    }

    /** Households at which one group pays, drawn evenly from all eligible households of the classes it serves. */
    private static OptionalLong breakEven(PlanningProblem problem, Alternative alternative, Scenario scenario) {
        BigInteger gain = BigInteger.ZERO;
        long eligible = 0;
        for (HouseholdClass householdClass : problem.classes()) {
            Estimate share = alternative.replacedShare().get(householdClass.id());
            if (share != null) {
                long one = PlanningProblem.replacedByOne(householdClass, share, scenario)
                        - PlanningProblem.placesOfOne(householdClass, alternative);
                gain = gain.add(BigInteger.valueOf(one).multiply(BigInteger.valueOf(householdClass.eligible())));
                eligible += householdClass.eligible();
            }
        }
        if (gain.signum() <= 0) {
            return OptionalLong.empty();
        }
        BigInteger cost = BigInteger.valueOf(alternative.costOfOpening().cents())
                .multiply(BigInteger.valueOf(MILLI))
                .multiply(BigInteger.valueOf(eligible));
        return OptionalLong.of(
                cost.add(gain).subtract(BigInteger.ONE).divide(gain).longValueExact());
    }
}
