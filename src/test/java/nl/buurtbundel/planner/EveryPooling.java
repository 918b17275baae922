package nl.buurtbundel.planner;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;

/** The slow truth: tries every pooling. Shares no arithmetic with the planner. */
final class EveryPooling {

    private final List<HouseholdClass> classes;
    private final List<Alternative> alternatives;
    private final PlanningProblem problem;
    private final Scenario scenario;
    private final int[][] pooled;

    BigDecimal best = BigDecimal.ZERO;
    int households;
    int[] groups;

    EveryPooling(PlanningProblem problem, Scenario scenario) {
        this.problem = problem;
        this.scenario = scenario;
        classes = problem.classes();
        alternatives = problem.alternatives();
        pooled = new int[alternatives.size()][classes.size()];
        groups = new int[alternatives.size()];
        place(0, 0, classes.get(0).uptake().at(scenario));
    }

    private void place(int c, int a, int left) {
        if (c == classes.size()) {
            judge();
        } else if (a == alternatives.size()) {
            place(
                    c + 1,
                    0,
                    c + 1 == classes.size() ? 0 : classes.get(c + 1).uptake().at(scenario));
        } else {
            boolean served = alternatives
                    .get(a)
                    .replacedShare()
                    .containsKey(classes.get(c).id());
            for (int amount = 0; amount <= (served ? left : 0); amount++) {
                pooled[a][c] = amount;
                place(c, a + 1, left - amount);
            }
            pooled[a][c] = 0;
        }
    }

    private void judge() {
        BigDecimal result = BigDecimal.ZERO;
        BigDecimal costs = BigDecimal.ZERO;
        int helped = 0;
        int[] opened = new int[groups.length];
        BigDecimal perHousehold = BigDecimal.valueOf(classes.get(0).placesPerHouseholdThousandths(), 3);
        for (int a = 0; a < opened.length; a++) {
            Alternative alternative = alternatives.get(a);
            int count = Arrays.stream(pooled[a]).sum();
            if (count == 0) {
                continue;
            }
            // the fewest groups that hold them; any minimum that these miss, more groups miss too
            BigDecimal maximum =
                    BigDecimal.valueOf(alternative.maximumPlaces()).divide(perHousehold, 0, RoundingMode.FLOOR);
            BigDecimal minimum =
                    BigDecimal.valueOf(alternative.minimumPlaces()).divide(perHousehold, 0, RoundingMode.CEILING);
            if (maximum.signum() == 0 || maximum.compareTo(minimum) < 0) {
                return;
            }
            int needed = BigDecimal.valueOf(count)
                    .divide(maximum, 0, RoundingMode.CEILING)
                    .intValueExact();
            if (needed > alternative.maximumGroups()
                    || minimum.multiply(BigDecimal.valueOf(needed)).compareTo(BigDecimal.valueOf(count)) > 0) {
                return;
            }
            opened[a] = needed;
            helped += count;
            BigDecimal cost = alternative
                    .fixedCost()
                    .inEuros()
                    .add(alternative.startUpShare().inEuros())
                    .multiply(BigDecimal.valueOf(needed))
                    .add(alternative
                            .costPerPlace()
                            .inEuros()
                            .multiply(perHousehold)
                            .multiply(BigDecimal.valueOf(count)));
            if (alternative.ceiling() != null
                    && cost.compareTo(alternative.ceiling().inEuros()) > 0) {
                return;
            }
            costs = costs.add(cost);
            for (int c = 0; c < classes.size(); c++) {
                if (pooled[a][c] > 0) {
                    HouseholdClass each = classes.get(c);
                    BigDecimal one = each.yearlySpend()
                            .inEuros()
                            .multiply(BigDecimal.valueOf(
                                    alternative.replacedShare().get(each.id()).at(scenario), 4))
                            .divide(BigDecimal.valueOf(each.eligible()), 5, RoundingMode.HALF_UP);
                    result = result.add(one.multiply(BigDecimal.valueOf(pooled[a][c])));
                }
            }
        }
        if (problem.ceiling() != null && costs.compareTo(problem.ceiling().inEuros()) > 0) {
            return;
        }
        result = result.subtract(costs);
        int comparison = result.compareTo(best);
        if (comparison == 0) {
            comparison = Integer.compare(helped, households);
        }
        if (comparison == 0) {
            comparison = Integer.compare(
                    Arrays.stream(groups).sum(), Arrays.stream(opened).sum());
        }
        if (comparison == 0) {
            comparison = Arrays.compare(opened, groups);
        }
        if (comparison > 0) {
            best = result;
            households = helped;
            groups = opened;
        }
    }
}
