package nl.buurtbundel.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Split;

/**
 * Solves planning problems exactly, and says so only when it is so. Has no state, reads no clock and draws no lots: the same
 * problem and effort give the same plan.
 */
public final class Planner {

    private static final int MILLI = 1000;

    private Planner() {}

    public static Plan solve(PlanningProblem problem, Scenario scenario) {
        return solve(problem, scenario, Effort.USUAL);
    }

    /** With a limit on the effort. Opening nothing is always a plan, so there always is an answer. */
    public static Plan solve(PlanningProblem problem, Scenario scenario, Effort effort) {
        Instance instance = Instance.of(problem, scenario);
        Search search = Search.of(instance, effort.nodes());
        search.run();
        return plan(problem, scenario, effort, instance, search);
    }

    private static Plan plan(
            PlanningProblem problem, Scenario scenario, Effort effort, Instance instance, Search search) {
        int[] groups = search.groups();
        int[][] pooled = search.pooled();
        List<Long> replacedExactly = new ArrayList<>();
        List<Long> placesExactly = new ArrayList<>();
        long replacedInAll = 0;
        long placesInAll = 0;
        Money opening = Money.ZERO;
        for (int a = 0; a < instance.alternatives; a++) {
            Alternative alternative = problem.alternatives().get(a);
            long replaced = 0;
            long places = 0;
            for (int c = 0; c < instance.classes; c++) {
                Estimate share =
                        alternative.replacedShare().get(problem.classes().get(c).id());
                if (share != null) {
                    replaced += pooled[a][c]
                            * PlanningProblem.replacedByOne(problem.classes().get(c), share, scenario);
                }
                places += instance.placeSpend[a] * pooled[a][c];
            }
            replacedExactly.add(replaced);
            placesExactly.add(places);
            replacedInAll += replaced;
            placesInAll += places;
            opening = opening.plus(alternative.costOfOpening().times(groups[a]));
        }
        // the result and the cost are rounded, each once; what the plan replaces follows, so that the three always sum
        Money places = PlanningProblem.rounded(placesInAll);
        Money objective = PlanningProblem.rounded(replacedInAll - placesInAll - opening.cents() * MILLI);
        Money replaced = objective.plus(places).plus(opening);
        List<Money> replacedParts = parts(replaced, replacedExactly);
        List<Money> placesParts = parts(places, placesExactly);
        List<OpenedAlternative> opened = new ArrayList<>();
        for (int a = 0; a < instance.alternatives; a++) {
            if (groups[a] > 0) {
                opened.add(opened(problem, a, groups[a], pooled[a], replacedParts.get(a), placesParts.get(a)));
            }
        }
        boolean proved = search.proved();
        Money bound = proved
                ? objective
                : objective.max(Money.ofCents(-Math.floorDiv(-instance.money(search.bound()), MILLI)));
        Certificate certificate =
                new Certificate(objective, bound, proved, prices(problem, instance, search), search.nodes());
        return new Plan(problem, scenario, opened, replaced, certificate, effort);
    }

    private static List<Money> parts(Money whole, List<Long> weights) {
        boolean nothing = weights.stream().allMatch(weight -> weight == 0);
        return nothing ? weights.stream().map(weight -> Money.ZERO).toList() : Split.byLargestRemainder(whole, weights);
    }

    private static OpenedAlternative opened(
            PlanningProblem problem, int a, int groups, int[] pooled, Money replaced, Money placesCost) {
        Alternative alternative = problem.alternatives().get(a);
        Map<String, Integer> byClass = new TreeMap<>();
        int households = 0;
        for (int c = 0; c < pooled.length; c++) {
            if (pooled[c] > 0) {
                byClass.put(problem.classes().get(c).id(), pooled[c]);
                households += pooled[c];
            }
        }
        List<Integer> sizes = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            sizes.add(households / groups + (group < households % groups ? 1 : 0));
        }
        return new OpenedAlternative(
                alternative.id(),
                sizes,
                byClass,
                (long) households * problem.classes().get(0).placesPerHouseholdThousandths(),
                replaced,
                placesCost,
                alternative.fixedCost().times(groups),
                alternative.startUpShare().times(groups));
    }

    private static ShadowPrices prices(PlanningProblem problem, Instance instance, Search search) {
        double priceOfCeiling = search.priceOfCeiling();
        Pooling pooling = search.poolingAt(priceOfCeiling);
        long[] households = pooling.worthOfHousehold();
        long[] places = pooling.worthOfPlace();
        int[] groups = search.groups();
        Map<String, Money> household = new TreeMap<>();
        for (int c = 0; c < households.length; c++) {
            household.put(problem.classes().get(c).id(), amount(instance, households[c]));
        }
        Map<String, Money> place = new TreeMap<>();
        Map<String, Money> ceilings = new TreeMap<>();
        for (int a = 0; a < groups.length; a++) {
            if (groups[a] == 0) {
                continue;
            }
            Alternative alternative = problem.alternatives().get(a);
            Money worth = amount(instance, places[a]);
            place.put(alternative.id(), worth);
            if (ownCeilingBinds(alternative, instance, a, groups[a], pooling.households[a])) {
                ceilings.put(alternative.id(), Money.ofCents(100L * MILLI * worth.cents() / instance.placeSpend[a]));
            }
        }
        long euro = (long) Math.floor(100 * search.firstPriceOfCeiling() / instance.weight);
        return new ShadowPrices(household, place, Money.ofCents(euro), ceilings);
    }

    private static boolean ownCeilingBinds(
            Alternative alternative, Instance instance, int a, int groups, int households) {
        Money own = alternative.ceiling();
        return own != null
                && instance.placeSpend[a] > 0
                && instance.openingSpend[a] * groups + instance.placeSpend[a] * (households + 1L) > own.cents() * MILLI;
    }

    private static Money amount(Instance instance, long score) {
        return Money.ofCents(Math.floorDiv(instance.money(score), MILLI));
    }
}
