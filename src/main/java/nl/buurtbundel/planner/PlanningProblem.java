package nl.buurtbundel.planner;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.planner.InvalidProblem.Reason;
import org.jspecify.annotations.Nullable;

/**
 * The question for one neighbourhood. It is valid once it exists, and does not know in which order its parts were given:
 * they stand in the order of their ids.
 *
 * <p>Places are counted in households: every class must take the same number of places per household, and the size of a
 * group is rounded inwards to whole households (see {@link #householdsAtLeast} and {@link #householdsAtMost}). With
 * different numbers the pooling would no longer be a transportation problem and nothing could be proved cheaply, so such a
 * problem is refused by name.
 *
 * @param ceiling the most that all groups of all alternatives may cost in a year, start-up shares included; null: none
 */
public record PlanningProblem(
        List<HouseholdClass> classes,
        List<Alternative> alternatives,
        @Nullable Money ceiling) {

    public PlanningProblem {
        classes = classes.stream()
                .sorted(Comparator.comparing(HouseholdClass::id))
                .toList();
        alternatives = alternatives.stream()
                .sorted(Comparator.comparing(Alternative::id))
                .toList();
        if (classes.isEmpty()) {
            throw new InvalidProblem("classes", Reason.EMPTY);
        }
        if (alternatives.isEmpty()) {
            throw new InvalidProblem("alternatives", Reason.EMPTY);
        }
        Set<String> known = new HashSet<>();
        int places = classes.get(0).placesPerHouseholdThousandths();
        for (HouseholdClass householdClass : classes) {
            String self = "classes[" + householdClass.id() + "]";
            if (!known.add(householdClass.id())) {
                throw new InvalidProblem(self, Reason.DUPLICATE);
            }
            if (householdClass.placesPerHouseholdThousandths() != places) {
                throw new InvalidProblem(self + ".placesPerHousehold", Reason.MIXED_PLACES_PER_HOUSEHOLD);
            }
        }
        Set<String> names = new HashSet<>();
        for (Alternative alternative : alternatives) {
            String self = "alternatives[" + alternative.id() + "]";
            if (!names.add(alternative.id())) {
                throw new InvalidProblem(self, Reason.DUPLICATE);
            }
            for (String served : alternative.servedClasses().keySet()) {
                if (!known.contains(served)) {
                    throw new InvalidProblem(self + ".replacedShare[" + served + "]", Reason.UNKNOWN_CLASS);
                }
            }
        }
        if (ceiling != null) {
            Limits.requireAmount(ceiling, "ceiling");
        }
        for (Scenario scenario : Scenario.values()) {
            Instance.requireWholeNumbersSuffice(classes, alternatives, scenario);
        }
    }

    public PlanningProblem(List<HouseholdClass> classes, List<Alternative> alternatives) {
        this(classes, alternatives, null);
    }

    private int placesPerHouseholdThousandths() {
        return classes.get(0).placesPerHouseholdThousandths();
    }

    /** The fewest households that fill the minimum of one group. */
    public int householdsAtLeast(Alternative alternative) {
        long places = alternative.minimumPlaces() * 1000L;
        int each = placesPerHouseholdThousandths();
        return Math.toIntExact((places + each - 1) / each);
    }

    /** The most households that fit in one group. */
    public int householdsAtMost(Alternative alternative) {
        return Math.toIntExact(alternative.maximumPlaces() * 1000L / placesPerHouseholdThousandths());
    }

    Alternative alternative(String id) {
        return alternatives.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no alternative " + id + " in this problem"));
    }

    /** What one household of the class replaces, in thousandths of a cent, rounded half up. */
    static long replacedByOne(HouseholdClass householdClass, Estimate share, Scenario scenario) {
        // cents times basis points over 10,000, times 1000: a tenth of the product for each eligible household
        long divisor = 10L * householdClass.eligible();
        return (2 * householdClass.yearlySpend().cents() * share.at(scenario) + divisor) / (2 * divisor);
    }

    /** Thousandths of a cent as an amount, rounded half up. */
    static Money rounded(long thousandthsOfCents) {
        return Money.ofCents(Math.floorDiv(thousandthsOfCents + 500, 1000));
    }

    /** What the places of one household cost, in thousandths of a cent. Exact. */
    static long placesOfOne(HouseholdClass householdClass, Alternative alternative) {
        return alternative.costPerPlace().cents() * householdClass.placesPerHouseholdThousandths();
    }
}
