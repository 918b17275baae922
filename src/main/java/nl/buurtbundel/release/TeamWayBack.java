package nl.buurtbundel.release;

import java.util.List;
import nl.buurtbundel.provision.AllocationNumber;

/**
 * Somebody’s way back as the team works on it. There is no name: the team knows who it is by the number of the allocation.
 *
 * @param allocations the own help that stopped and has to come back
 * @param allocatedAgain help for the same was allocated, or began, after the person asked or the plan ended
 */
public record TeamWayBack(WayBackView way, String plan, List<AllocationNumber> allocations, boolean allocatedAgain) {
    public TeamWayBack {
        allocations = List.copyOf(allocations);
    }
}
