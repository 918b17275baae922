package nl.buurtbundel.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.planner.InvalidProblem.Reason;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PlanningProblemTest {

    private static final Money SPEND = Money.ofEuros(100_000);
    private static final Money COST = Money.ofEuros(1000);
    private static final Money BELOW_NOTHING = Money.ofCents(-1);
    private static final Money TOO_MUCH = Money.ofEuros(1_000_000_001L);
    private static final Map<String, Estimate> SHARES = Map.of("c", Estimate.certain(5000));

    private static void refuses(ThrowingCallable question, String field, Reason reason) {
        InvalidProblem refusal = catchThrowableOfType(InvalidProblem.class, question);
        assertThat(refusal).as(field).isNotNull();
        assertThat(refusal.field()).isEqualTo(field);
        assertThat(refusal.reason()).isEqualTo(reason);
        assertThat(refusal).hasMessageContaining(field).hasMessageContaining(reason.name());
    }

    private static HouseholdClass people(String id) {
        return new HouseholdClass(id, 20, SPEND, new Estimate(5, 10, 15));
    }

    private static Alternative group(String id) {
        return group(id, COST, COST, COST, 2, 10, 1, SHARES, null);
    }

    private static Alternative group(
            String id,
            Money fixedCost,
            Money startUp,
            Money place,
            int minimum,
            int maximum,
            int groups,
            Map<String, Estimate> shares,
            Money ceiling) {
        return new Alternative(id, fixedCost, startUp, place, minimum, maximum, groups, shares, ceiling);
    }

    @Test
    void names_what_is_wrong_with_an_estimate() {
        refuses(() -> new Estimate(-1, 0, 0), "estimate.low", Reason.NEGATIVE);
        refuses(() -> new Estimate(3, 2, 4), "estimate", Reason.NOT_ASCENDING);
        refuses(() -> new Estimate(1, 5, 4), "estimate", Reason.NOT_ASCENDING);
    }

    @Test
    void names_what_is_wrong_with_a_class() {
        Estimate uptake = Estimate.certain(5);
        refuses(() -> new HouseholdClass(" ", 20, SPEND, uptake), "classes.id", Reason.BLANK);
        refuses(() -> new HouseholdClass("c", 0, SPEND, uptake), "classes[c].eligible", Reason.NOT_POSITIVE);
        refuses(() -> new HouseholdClass("c", 1_000_001, SPEND, uptake), "classes[c].eligible", Reason.TOO_LARGE);
        refuses(() -> new HouseholdClass("c", 20, BELOW_NOTHING, uptake), "classes[c].yearlySpend", Reason.NEGATIVE);
        refuses(() -> new HouseholdClass("c", 20, TOO_MUCH, uptake), "classes[c].yearlySpend", Reason.TOO_LARGE);
        refuses(() -> new HouseholdClass("c", 4, SPEND, uptake), "classes[c].uptake", Reason.ABOVE_ELIGIBLE);
        refuses(
                () -> new HouseholdClass("c", 20, SPEND, uptake, 0),
                "classes[c].placesPerHousehold",
                Reason.NOT_POSITIVE);
        refuses(
                () -> HouseholdClass.ofMean("c", 1_000_000, Money.ofEuros(1001), uptake),
                "classes[c].yearlySpend",
                Reason.TOO_LARGE);
    }

    @Test
    void names_what_is_wrong_with_an_alternative() {
        refuses(() -> group("", COST, COST, COST, 2, 10, 1, SHARES, null), "alternatives.id", Reason.BLANK);
        refuses(
                () -> group("a", BELOW_NOTHING, COST, COST, 2, 10, 1, SHARES, null),
                "alternatives[a].fixedCost",
                Reason.NEGATIVE);
        refuses(
                () -> group("a", COST, BELOW_NOTHING, COST, 2, 10, 1, SHARES, null),
                "alternatives[a].startUpShare",
                Reason.NEGATIVE);
        refuses(
                () -> group("a", COST, COST, BELOW_NOTHING, 2, 10, 1, SHARES, null),
                "alternatives[a].costPerPlace",
                Reason.NEGATIVE);
        refuses(
                () -> group("a", TOO_MUCH, COST, COST, 2, 10, 1, SHARES, null),
                "alternatives[a].fixedCost",
                Reason.TOO_LARGE);
        refuses(
                () -> group("a", COST, COST, COST, -1, 10, 1, SHARES, null),
                "alternatives[a].minimumPlaces",
                Reason.NEGATIVE);
        refuses(
                () -> group("a", COST, COST, COST, 0, 0, 1, SHARES, null),
                "alternatives[a].maximumPlaces",
                Reason.NOT_POSITIVE);
        refuses(
                () -> group("a", COST, COST, COST, 11, 10, 1, SHARES, null),
                "alternatives[a].minimumPlaces",
                Reason.MINIMUM_ABOVE_MAXIMUM);
        refuses(
                () -> group("a", COST, COST, COST, 2, 10, 0, SHARES, null),
                "alternatives[a].maximumGroups",
                Reason.NOT_POSITIVE);
        refuses(
                () -> group("a", COST, COST, COST, 2, 10, 101, SHARES, null),
                "alternatives[a].maximumGroups",
                Reason.TOO_LARGE);
        refuses(
                () -> group("a", COST, COST, COST, 2, 10, 1, Map.of(), null),
                "alternatives[a].replacedShare",
                Reason.EMPTY);
        refuses(
                () -> group("a", COST, COST, COST, 2, 10, 1, Map.of("c", Estimate.certain(10_001)), null),
                "alternatives[a].replacedShare[c]",
                Reason.ABOVE_WHOLE);
        refuses(
                () -> group("a", COST, COST, COST, 2, 10, 1, SHARES, BELOW_NOTHING),
                "alternatives[a].ceiling",
                Reason.NEGATIVE);
    }

    @Test
    void names_what_is_wrong_with_the_whole() {
        List<HouseholdClass> classes = List.of(people("c"));
        List<Alternative> alternatives = List.of(group("a"));
        refuses(() -> new PlanningProblem(List.of(), alternatives), "classes", Reason.EMPTY);
        refuses(() -> new PlanningProblem(classes, List.of()), "alternatives", Reason.EMPTY);
        refuses(
                () -> new PlanningProblem(List.of(people("c"), people("c")), alternatives),
                "classes[c]",
                Reason.DUPLICATE);
        refuses(
                () -> new PlanningProblem(classes, List.of(group("a"), group("a"))),
                "alternatives[a]",
                Reason.DUPLICATE);
        refuses(
                () -> new PlanningProblem(List.of(people("other")), alternatives),
                "alternatives[a].replacedShare[c]",
                Reason.UNKNOWN_CLASS);
        refuses(
                () -> new PlanningProblem(
                        List.of(people("c"), new HouseholdClass("d", 20, SPEND, Estimate.certain(5), 1500)),
                        alternatives),
                "classes[d].placesPerHousehold",
                Reason.MIXED_PLACES_PER_HOUSEHOLD);
        refuses(() -> new PlanningProblem(classes, alternatives, BELOW_NOTHING), "ceiling", Reason.NEGATIVE);
    }

    @Test
    void refuses_what_would_not_add_up_in_whole_numbers() {
        List<HouseholdClass> classes = List.of(
                new HouseholdClass("c", 1_000_000, Money.ofEuros(1_000_000_000L), new Estimate(0, 0, 1_000_000)));
        refuses(
                () -> new PlanningProblem(classes, List.of(group("a", COST, COST, COST, 1, 10, 100, SHARES, null))),
                "scenario HIGH",
                Reason.TOO_LARGE);
    }

    @Test
    void takes_a_large_neighbourhood() {
        List<HouseholdClass> classes =
                List.of(new HouseholdClass("c", 1800, Money.ofEuros(15_000_000), Estimate.certain(1800)));
        PlanningProblem problem =
                new PlanningProblem(classes, List.of(group("a", COST, COST, COST, 1, 20, 40, SHARES, null)));
        assertThat(Planner.solve(problem, Scenario.HIGH).households()).isEqualTo(800);
    }
}
