package nl.buurtbundel.planner;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The answer: which groups to open, how many households of each class to pool in them, and a certificate of how good that
 * is. It names numbers, never people. All amounts are counted again from the problem when the plan is made, apart from the
 * search: a plan that breaks a rule of its problem does not come into being.
 *
 * <p>Of plans with the same result the planner takes the one that helps more households, then the one with fewer groups,
 * then the one with more groups of the alternative whose id comes first. What is still equal differs only in which class
 * fills an equal place; that is settled by a fixed procedure on ids, so the same problem always gets the same plan.
 */
public final class Plan {

    private static final int MILLI = 1000;

    private final PlanningProblem problem;
    private final Scenario scenario;
    private final List<OpenedAlternative> opened;
    private final Money replaced;
    private final Certificate certificate;
    private final Effort effort;

    Plan(
            PlanningProblem problem,
            Scenario scenario,
            List<OpenedAlternative> opened,
            Money replaced,
            Certificate certificate,
            Effort effort) {
        this.problem = problem;
        this.scenario = scenario;
        this.opened = List.copyOf(opened);
        this.replaced = replaced;
        this.certificate = certificate;
        this.effort = effort;
        requireFeasible();
        requireSums();
    }

    public Scenario scenario() {
        return scenario;
    }

    /** The problem it answers. */
    public PlanningProblem problem() {
        return problem;
    }

    /** In the order of the ids of the alternatives. */
    public List<OpenedAlternative> opened() {
        return opened;
    }

    public Optional<OpenedAlternative> opened(String alternative) {
        return opened.stream()
                .filter(each -> each.alternative().equals(alternative))
                .findFirst();
    }

    public Certificate certificate() {
        return certificate;
    }

    /** What the plan gains in a year: what it replaces less what it costs. */
    public Money objective() {
        return certificate.objective();
    }

    /** What the support of the pooled households would have cost and no longer does. */
    public Money replaced() {
        return replaced;
    }

    /** What the opened groups cost in a year, start-up shares included. */
    public Money cost() {
        return Money.sum(opened.stream().map(OpenedAlternative::cost).toList());
    }

    public int households() {
        return opened.stream().mapToInt(OpenedAlternative::households).sum();
    }

    public int groups() {
        return opened.stream().mapToInt(OpenedAlternative::groups).sum();
    }

    /** Households that would join but that this plan has no place for, by id of their class. */
    public Map<String, Integer> notPooled() {
        Map<String, Integer> left = new TreeMap<>();
        for (HouseholdClass householdClass : problem.classes()) {
            left.put(householdClass.id(), householdClass.uptake().at(scenario));
        }
        for (OpenedAlternative each : opened) {
            each.pooled()
                    .forEach((householdClass, households) -> left.merge(householdClass, -households, Integer::sum));
        }
        return left;
    }

    /**
     * Why an alternative is not opened, and what would have to be different. Searches anew; the answer is not kept.
     *
     * @throws IllegalArgumentException if the problem has no such alternative or the plan opens it
     */
    public WhyNot whyNot(String alternative) {
        if (opened(alternative).isPresent()) {
            throw new IllegalArgumentException(alternative + " is opened");
        }
        return Explanation.of(this, problem.alternative(alternative), effort);
    }

    private void requireFeasible() {
        notPooled().forEach((householdClass, left) -> require(left >= 0, "more of " + householdClass + " than join"));
        for (OpenedAlternative each : opened) {
            Alternative alternative = problem.alternative(each.alternative());
            require(
                    each.groups() >= 1 && each.groups() <= alternative.maximumGroups(),
                    "groups of " + alternative.id());
            int fewest = problem.householdsAtLeast(alternative);
            int most = problem.householdsAtMost(alternative);
            for (int size : each.groupSizes()) {
                require(size >= fewest && size <= most, "size of a group of " + alternative.id());
            }
            int pooled =
                    each.pooled().values().stream().mapToInt(Integer::intValue).sum();
            require(pooled == each.households(), "groups of " + alternative.id() + " do not hold who is pooled");
            each.pooled()
                    .forEach((householdClass, households) -> require(
                            households > 0 && alternative.replacedShare().containsKey(householdClass),
                            alternative.id() + " does not serve " + householdClass));
            require(each.fixedCost().equals(alternative.fixedCost().times(each.groups())), "fixed cost");
            require(each.startUpShare().equals(alternative.startUpShare().times(each.groups())), "start-up share");
            requireUnder(alternative.ceiling(), exactCost(each));
        }
        requireUnder(
                problem.ceiling(), opened.stream().mapToLong(this::exactCost).sum());
    }

    private static void requireUnder(@Nullable Money ceiling, long cost) {
        require(ceiling == null || cost <= ceiling.cents() * MILLI, "cost above a ceiling");
    }

    private long exactCost(OpenedAlternative each) {
        Alternative alternative = problem.alternative(each.alternative());
        long cost = Math.multiplyExact(alternative.costOfOpening().cents() * MILLI, each.groups());
        return Math.addExact(cost, exactPlaces(each));
    }

    private long exactPlaces(OpenedAlternative each) {
        Alternative alternative = problem.alternative(each.alternative());
        long places = 0;
        for (HouseholdClass householdClass : problem.classes()) {
            int households = each.pooled().getOrDefault(householdClass.id(), 0);
            places = Math.addExact(
                    places, Math.multiplyExact(PlanningProblem.placesOfOne(householdClass, alternative), households));
        }
        return places;
    }

    /** The result once more, from the problem, in thousandths of a cent. */
    long exactResult() {
        long exact = 0;
        for (OpenedAlternative each : opened) {
            Alternative alternative = problem.alternative(each.alternative());
            for (HouseholdClass householdClass : problem.classes()) {
                Estimate share = alternative.replacedShare().get(householdClass.id());
                if (share != null) {
                    long one = PlanningProblem.replacedByOne(householdClass, share, scenario);
                    int households = each.pooled().getOrDefault(householdClass.id(), 0);
                    exact = Math.addExact(exact, Math.multiplyExact(one, households));
                }
            }
            exact = Math.subtractExact(exact, exactCost(each));
        }
        return exact;
    }

    private void requireSums() {
        require(PlanningProblem.rounded(exactResult()).equals(objective()), "objective does not follow from the plan");
        require(replaced.minus(cost()).equals(objective()), "what is replaced less the cost is not the objective");
        require(
                Money.sum(opened.stream().map(OpenedAlternative::replaced).toList())
                        .equals(replaced),
                "parts of what is replaced do not sum");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException("the planner made an impossible plan: " + otherwise);
        }
    }

    @Override
    public String toString() {
        return opened + " " + certificate;
    }
}
