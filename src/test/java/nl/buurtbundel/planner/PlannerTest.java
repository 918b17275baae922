package nl.buurtbundel.planner;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import nl.buurtbundel.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlannerTest {

    @ParameterizedTest
    @EnumSource(Scenario.class)
    void finds_what_trying_every_pooling_finds(Scenario scenario) {
        int opened = 0;
        int underCeiling = 0;
        for (int seed = 0; seed < 400; seed++) {
            PlanningProblem problem = new RandomProblems(seed).small();
            EveryPooling truth = new EveryPooling(problem, scenario);
            Plan plan = Planner.solve(problem, scenario);
            String name = "seed " + seed + ": " + problem;
            assertThat(plan.certificate().provedOptimal()).as(name).isTrue();
            assertThat(plan.objective().inEuros()).as(name).isEqualTo(truth.best.setScale(2, RoundingMode.HALF_UP));
            assertThat(plan.households()).as(name).isEqualTo(truth.households);
            for (int a = 0; a < truth.groups.length; a++) {
                int groups = plan.opened(problem.alternatives().get(a).id())
                        .map(OpenedAlternative::groups)
                        .orElse(0);
                assertThat(groups).as(name).isEqualTo(truth.groups[a]);
            }
            opened += plan.groups();
            underCeiling += problem.ceiling() != null && plan.groups() > 0 ? 1 : 0;
        }
        assertThat(opened).as("problems that open something").isGreaterThan(100);
        assertThat(underCeiling).as("plans under a total ceiling").isGreaterThan(10);
    }

    @Test
    void proves_whole_neighbourhoods_with_and_without_a_ceiling() {
        for (int seed = 0; seed < 20; seed++) {
            PlanningProblem problem = new RandomProblems(seed).neighbourhood(12, 40, 3, null);
            Plan free = Planner.solve(problem, Scenario.LIKELY);
            assertThat(free.certificate().provedOptimal()).as("seed " + seed).isTrue();
            assertThat(free.households()).isGreaterThan(40);
            assertThat(free.notPooled().values().stream()
                                    .mapToInt(Integer::intValue)
                                    .sum()
                            + free.households())
                    .isGreaterThan(100);
            Money half = Money.ofCents(free.cost().cents() / 2);
            Plan under = Planner.solve(withCeiling(problem, half), Scenario.LIKELY);
            assertThat(under.certificate().provedOptimal()).as("seed " + seed).isTrue();
            assertThat(under.cost()).isLessThanOrEqualTo(half);
            assertThat(under.objective()).isLessThan(free.objective());
            assertThat(under.certificate().prices().ceilingEuro().isPositive()).isTrue();
        }
    }

    @Test
    void gives_the_same_plan_whatever_the_order_of_the_question() {
        for (int seed = 0; seed < 60; seed++) {
            RandomProblems problems = new RandomProblems(seed);
            PlanningProblem problem = seed < 50 ? problems.small() : problems.neighbourhood(8, 20, 2, null);
            List<HouseholdClass> classes = new ArrayList<>(problem.classes());
            List<Alternative> alternatives = new ArrayList<>(problem.alternatives());
            Collections.shuffle(classes, new Random(seed));
            Collections.shuffle(alternatives, new Random(seed + 1));
            PlanningProblem shuffled = new PlanningProblem(classes, alternatives, problem.ceiling());
            assertThat(shuffled).isEqualTo(problem);
            assertThat(Planner.solve(shuffled, Scenario.HIGH))
                    .hasToString(Planner.solve(problem, Scenario.HIGH).toString());
        }
    }

    @Test
    void of_two_like_alternatives_opens_the_one_whose_id_comes_first() {
        HouseholdClass people = HouseholdClass.ofMean("support", 30, Money.ofEuros(4000), Estimate.certain(20));
        Alternative second = alternative("b", 20_000, 0, 5, 20, 1, Map.of("support", Estimate.certain(5000)));
        Alternative first = alternative("a", 20_000, 0, 5, 20, 1, second.replacedShare());
        Plan plan = Planner.solve(new PlanningProblem(List.of(people), List.of(second, first)), Scenario.LIKELY);
        assertThat(plan.opened())
                .singleElement()
                .extracting(OpenedAlternative::alternative)
                .isEqualTo("a");
        assertThat(plan.whyNot("b").reason()).isEqualTo(WhyNot.Reason.OTHERS_ARE_BETTER);
    }

    @Test
    void more_money_never_gives_less() {
        for (int seed = 0; seed < 15; seed++) {
            PlanningProblem problem = new RandomProblems(seed).neighbourhood(6, 15, 2, null);
            Money before = Money.ZERO;
            for (int thousands = 0; thousands <= 200; thousands += 20) {
                Plan plan = Planner.solve(withCeiling(problem, Money.ofEuros(thousands * 1000L)), Scenario.LIKELY);
                assertThat(plan.certificate().provedOptimal()).isTrue();
                assertThat(plan.objective()).isGreaterThanOrEqualTo(before);
                before = plan.objective();
            }
        }
    }

    @Test
    void more_eligible_households_never_lower_the_plan() {
        for (int seed = 0; seed < 15; seed++) {
            PlanningProblem problem = new RandomProblems(seed).neighbourhood(6, 15, 2, Money.ofEuros(150_000));
            List<HouseholdClass> more = new ArrayList<>(problem.classes());
            int at = seed % more.size();
            HouseholdClass old = more.get(at);
            Money mean = Money.ofCents(old.yearlySpend().cents() / old.eligible());
            more.set(
                    at,
                    HouseholdClass.ofMean(
                            old.id(),
                            old.eligible() + 3,
                            mean,
                            new Estimate(
                                    old.uptake().low(),
                                    old.uptake().likely() + 2,
                                    old.uptake().high() + 3)));
            Money before = Planner.solve(problem, Scenario.LIKELY).objective();
            Money after = Planner.solve(
                            new PlanningProblem(more, problem.alternatives(), problem.ceiling()), Scenario.LIKELY)
                    .objective();
            assertThat(after).isGreaterThanOrEqualTo(before);
        }
    }

    @Test
    void all_money_times_seven_gives_seven_times_the_result() {
        for (int seed = 0; seed < 15; seed++) {
            PlanningProblem problem = new RandomProblems(seed).neighbourhood(6, 15, 2, Money.ofEuros(150_000));
            List<HouseholdClass> classes = problem.classes().stream()
                    .map(each -> new HouseholdClass(
                            each.id(), each.eligible(), each.yearlySpend().times(7), each.uptake()))
                    .toList();
            List<Alternative> alternatives = problem.alternatives().stream()
                    .map(each -> new Alternative(
                            each.id(),
                            each.fixedCost().times(7),
                            each.startUpShare().times(7),
                            each.costPerPlace().times(7),
                            each.minimumPlaces(),
                            each.maximumPlaces(),
                            each.maximumGroups(),
                            each.replacedShare(),
                            each.ceiling()))
                    .toList();
            long once = Planner.solve(problem, Scenario.LIKELY).objective().cents();
            long sevenfold = Planner.solve(
                            new PlanningProblem(classes, alternatives, Money.ofEuros(1_050_000)), Scenario.LIKELY)
                    .objective()
                    .cents();
            // one rounding to half a cent, seven times, and the thousandths of a cent of each household
            assertThat(sevenfold - 7 * once).isBetween(-4L, 4L);
        }
    }

    @Test
    void an_alternative_that_is_worse_in_everything_never_enters() {
        for (int seed = 0; seed < 15; seed++) {
            PlanningProblem problem = new RandomProblems(seed).neighbourhood(5, 15, 1, null);
            List<Alternative> alternatives = new ArrayList<>();
            for (Alternative each : problem.alternatives()) {
                Alternative unlimited = copy(each, each.id(), each.fixedCost(), 40, each.replacedShare());
                Map<String, Estimate> less = new TreeMap<>();
                each.replacedShare()
                        .forEach((id, share) ->
                                less.put(id, new Estimate(share.low(), share.likely() - 10, share.high() - 10)));
                alternatives.add(unlimited);
                alternatives.add(
                        copy(each, "0-worse-" + each.id(), each.fixedCost().plus(Money.ofEuros(1)), 40, less));
            }
            Plan plan = Planner.solve(new PlanningProblem(problem.classes(), alternatives), Scenario.LIKELY);
            assertThat(plan.certificate().provedOptimal()).isTrue();
            assertThat(plan.opened())
                    .isNotEmpty()
                    .noneMatch(each -> each.alternative().startsWith("0-worse"));
        }
    }

    @Test
    void stopped_early_it_tells_how_much_better_it_might_be() {
        int unproved = 0;
        for (int seed = 0; seed < 30; seed++) {
            PlanningProblem problem = new RandomProblems(seed).neighbourhood(12, 40, 3, Money.ofEuros(200_000));
            Plan best = Planner.solve(problem, Scenario.LIKELY);
            Plan hasty = Planner.solve(problem, Scenario.LIKELY, new Effort(1));
            assertThat(hasty.certificate().nodes()).isLessThanOrEqualTo(1);
            assertThat(hasty.objective()).isLessThanOrEqualTo(best.objective());
            assertThat(hasty.certificate().bound()).isGreaterThanOrEqualTo(best.objective());
            if (!hasty.certificate().provedOptimal()) {
                unproved++;
                assertThat(hasty.certificate().bound()).isGreaterThan(hasty.objective());
                assertThat(hasty.certificate().gapInBasisPoints()).isBetween(1, 10_000);
            }
        }
        assertThat(unproved).isGreaterThan(10);
    }

    @Test
    void one_more_household_is_worth_what_solving_again_says() {
        for (int seed = 0; seed < 200; seed++) {
            PlanningProblem problem = withCeiling(new RandomProblems(seed).small(), null);
            Plan plan = Planner.solve(problem, Scenario.LIKELY);
            for (HouseholdClass each : problem.classes()) {
                List<HouseholdClass> more = new ArrayList<>(problem.classes());
                int uptake = each.uptake().likely() + 1;
                // the mean must stay what it is
                int eligible = each.eligible() * 2;
                more.set(
                        more.indexOf(each),
                        new HouseholdClass(
                                each.id(),
                                eligible,
                                each.yearlySpend().times(2),
                                new Estimate(
                                        0,
                                        uptake,
                                        Math.max(uptake, each.uptake().high())),
                                each.placesPerHouseholdThousandths()));
                Instance instance = Instance.of(new PlanningProblem(more, problem.alternatives()), Scenario.LIKELY);
                int[] groups = groupsOf(plan);
                Search again = new Search(instance, 100, groups, groups);
                again.run();
                long gain = instance.money(again.score()) - milliOf(plan);
                assertThat(plan.certificate().prices().household().get(each.id()))
                        .as("seed " + seed + " " + each)
                        .isEqualTo(Money.ofCents(Math.floorDiv(gain, 1000)));
            }
        }
    }

    @Test
    void one_more_place_is_worth_what_solving_again_says() {
        int worth = 0;
        for (int seed = 0; seed < 20; seed++) {
            PlanningProblem problem = new RandomProblems(seed).neighbourhood(6, 20, 1, null);
            Plan plan = Planner.solve(problem, Scenario.LIKELY);
            for (OpenedAlternative opened : plan.opened()) {
                List<Alternative> larger = new ArrayList<>(problem.alternatives());
                Alternative old = problem.alternative(opened.alternative());
                larger.set(
                        larger.indexOf(old),
                        new Alternative(
                                old.id(),
                                old.fixedCost(),
                                old.startUpShare(),
                                old.costPerPlace(),
                                old.minimumPlaces(),
                                old.maximumPlaces() + 1,
                                old.maximumGroups(),
                                old.replacedShare(),
                                old.ceiling()));
                Instance instance = Instance.of(new PlanningProblem(problem.classes(), larger), Scenario.LIKELY);
                Search again = new Search(instance, 100, groupsOf(plan), groupsOf(plan));
                again.run();
                Money price = plan.certificate().prices().place().get(opened.alternative());
                assertThat(price)
                        .isEqualTo(Money.ofCents(Math.floorDiv(instance.money(again.score()) - milliOf(plan), 1000)));
                worth += price.isPositive() ? 1 : 0;
            }
        }
        assertThat(worth).isGreaterThan(10);
    }

    @Test
    void an_unopened_alternative_enters_below_the_named_cost_and_not_above() {
        int asked = 0;
        for (int seed = 0; seed < 15; seed++) {
            PlanningProblem problem = new RandomProblems(seed).neighbourhood(5, 15, 1, null);
            Plan plan = Planner.solve(problem, Scenario.LIKELY);
            for (Alternative each : problem.alternatives()) {
                if (plan.opened(each.id()).isPresent()) {
                    continue;
                }
                WhyNot why = plan.whyNot(each.id());
                if (why.entersBelow().isEmpty()) {
                    continue;
                }
                assertThat(why.exact()).isTrue();
                Money cost = why.entersBelow().orElseThrow();
                assertThat(cost).isLessThanOrEqualTo(why.costOfOpening());
                if (cost.compareTo(Money.ofEuros(1)) > 0) {
                    asked++;
                    assertThat(opensAt(problem, each, cost.minus(Money.ofEuros(1))))
                            .isTrue();
                    assertThat(opensAt(problem, each, cost.plus(Money.ofEuros(1))))
                            .isFalse();
                }
            }
        }
        assertThat(asked).isGreaterThan(15);
    }

    private static boolean opensAt(PlanningProblem problem, Alternative alternative, Money costOfOpening) {
        List<Alternative> changed = new ArrayList<>(problem.alternatives());
        changed.set(
                changed.indexOf(alternative),
                new Alternative(
                        alternative.id(),
                        costOfOpening,
                        Money.ZERO,
                        alternative.costPerPlace(),
                        alternative.minimumPlaces(),
                        alternative.maximumPlaces(),
                        alternative.maximumGroups(),
                        alternative.replacedShare(),
                        alternative.ceiling()));
        return Planner.solve(new PlanningProblem(problem.classes(), changed), Scenario.LIKELY)
                .opened(alternative.id())
                .isPresent();
    }

    @Test
    void counts_places_of_two_and_a_half_in_whole_households() {
        HouseholdClass people = new HouseholdClass("support", 30, Money.ofEuros(120_000), Estimate.certain(20), 2500);
        Alternative swim = new Alternative(
                "swim",
                Money.ofEuros(1000),
                Money.ZERO,
                Money.ofEuros(100),
                6,
                24,
                1,
                Map.of("support", Estimate.certain(5000)),
                null);
        PlanningProblem problem = new PlanningProblem(List.of(people), List.of(swim));
        Plan plan = Planner.solve(problem, Scenario.LIKELY);
        assertThat(problem.householdsAtLeast(swim)).isEqualTo(3);
        assertThat(plan.households()).isEqualTo(9);
        OpenedAlternative opened = plan.opened("swim").orElseThrow();
        assertThat(opened.placesThousandths()).isEqualTo(22_500);
        assertThat(opened.placesCost()).isEqualTo(Money.ofEuros(2250));
        assertThat(plan.objective()).isEqualTo(Money.ofEuros(9 * 2000 - 2250 - 1000));
    }

    private static PlanningProblem withCeiling(PlanningProblem problem, Money ceiling) {
        return new PlanningProblem(problem.classes(), problem.alternatives(), ceiling);
    }

    private static int[] groupsOf(Plan plan) {
        return plan.problem().alternatives().stream()
                .mapToInt(each ->
                        plan.opened(each.id()).map(OpenedAlternative::groups).orElse(0))
                .toArray();
    }

    /** The objective of a plan in thousandths of a cent. */
    private static long milliOf(Plan plan) {
        Instance instance = Instance.of(plan.problem(), plan.scenario());
        Search search = new Search(instance, 100, groupsOf(plan), groupsOf(plan));
        search.run();
        return instance.money(search.score());
    }

    private static Alternative alternative(
            String id,
            long fixedEuros,
            long placeEuros,
            int minimum,
            int maximum,
            int groups,
            Map<String, Estimate> shares) {
        return new Alternative(
                id,
                Money.ofEuros(fixedEuros),
                Money.ZERO,
                Money.ofEuros(placeEuros),
                minimum,
                maximum,
                groups,
                shares,
                null);
    }

    private static Alternative copy(
            Alternative of, String id, Money fixedCost, int groups, Map<String, Estimate> shares) {
        return new Alternative(
                id,
                fixedCost,
                of.startUpShare(),
                of.costPerPlace(),
                of.minimumPlaces(),
                of.maximumPlaces(),
                groups,
                shares,
                of.ceiling());
    }
}
