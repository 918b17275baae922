package nl.buurtbundel.planner;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import nl.buurtbundel.money.Money;

/**
 * An alternative that the plan opens.
 *
 * @param groupSizes households in each group, as even as they come
 * @param pooled households by id of their class
 * @param placesThousandths places that these households take, times 1000
 * @param replaced what their support would have cost and no longer does
 */
public record OpenedAlternative(
        String alternative,
        List<Integer> groupSizes,
        Map<String, Integer> pooled,
        long placesThousandths,
        Money replaced,
        Money placesCost,
        Money fixedCost,
        Money startUpShare) {

    public OpenedAlternative {
        groupSizes = List.copyOf(groupSizes);
        pooled = Collections.unmodifiableMap(new TreeMap<>(pooled));
    }

    public int groups() {
        return groupSizes.size();
    }

    public int households() {
        return groupSizes.stream().mapToInt(Integer::intValue).sum();
    }

    /** What it takes from a ceiling. */
    public Money cost() {
        return placesCost.plus(fixedCost).plus(startUpShare);
    }

    public Money result() {
        return replaced.minus(cost());
    }
}
