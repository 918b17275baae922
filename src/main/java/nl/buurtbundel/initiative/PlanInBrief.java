package nl.buurtbundel.initiative;

import java.util.Set;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;

/**
 * What a list of decisions, payments or figures says of a plan.
 *
 * @param interested who made it or is paid from it, and so has no say over its money
 */
public record PlanInBrief(
        InitiativeId id, NeighbourhoodCode neighbourhood, String title, Stage stage, Set<UserId> interested) {
    public PlanInBrief {
        interested = Set.copyOf(interested);
    }
}
