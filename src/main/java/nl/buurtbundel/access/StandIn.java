package nl.buurtbundel.access;

import java.util.Set;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;

/**
 * The power of somebody else that a user has today.
 *
 * @param absent whose power it is
 * @param role as what
 * @param neighbourhoods where the absent one has it
 */
public record StandIn(UserId absent, Role role, Set<NeighbourhoodCode> neighbourhoods) {
    public StandIn {
        neighbourhoods = Set.copyOf(neighbourhoods);
    }
}
