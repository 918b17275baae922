package nl.buurtbundel.planner;

import java.util.Map;
import java.util.TreeMap;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.planner.InvalidProblem.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Something households could do together, in one or more like groups.
 *
 * @param fixedCost yearly cost of one group
 * @param startUpShare the part of the start-up cost of one group that one year bears
 * @param costPerPlace yearly cost of one place
 * @param minimumPlaces below this a group does not start
 * @param maximumPlaces above this a group is full
 * @param replacedShare by id of a class the share of its spend that is replaced, in basis points; a class that is not
 *     named cannot join
 * @param ceiling the most that all groups together may cost in a year, start-up share included; null: no ceiling
 */
public record Alternative(
        String id,
        Money fixedCost,
        Money startUpShare,
        Money costPerPlace,
        int minimumPlaces,
        int maximumPlaces,
        int maximumGroups,
        Map<String, Estimate> replacedShare,
        @Nullable Money ceiling) {

    private static final int WHOLE = 10_000;

    public Alternative {
        Limits.requireId(id, "alternatives.id");
        String self = "alternatives[" + id + "].";
        Limits.requireAmount(fixedCost, self + "fixedCost");
        Limits.requireAmount(startUpShare, self + "startUpShare");
        Limits.requireAmount(costPerPlace, self + "costPerPlace");
        if (minimumPlaces < 0) {
            throw new InvalidProblem(self + "minimumPlaces", Reason.NEGATIVE);
        }
        Limits.requirePositive(maximumPlaces, Limits.MOST_PLACES, self + "maximumPlaces");
        if (minimumPlaces > maximumPlaces) {
            throw new InvalidProblem(self + "minimumPlaces", Reason.MINIMUM_ABOVE_MAXIMUM);
        }
        Limits.requirePositive(maximumGroups, Limits.MOST_GROUPS, self + "maximumGroups");
        if (replacedShare.isEmpty()) {
            throw new InvalidProblem(self + "replacedShare", Reason.EMPTY);
        }
        replacedShare.forEach((householdClass, share) -> {
            if (share.high() > WHOLE) {
                throw new InvalidProblem(self + "replacedShare[" + householdClass + "]", Reason.ABOVE_WHOLE);
            }
        });
        if (ceiling != null) {
            Limits.requireAmount(ceiling, self + "ceiling");
        }
        replacedShare = Map.copyOf(replacedShare);
    }

    /** The classes it can serve, in the order of their ids. */
    TreeMap<String, Estimate> servedClasses() {
        return new TreeMap<>(replacedShare);
    }

    /** What one more group costs in a year before anybody has joined. */
    public Money costOfOpening() {
        return fixedCost.plus(startUpShare);
    }
}
