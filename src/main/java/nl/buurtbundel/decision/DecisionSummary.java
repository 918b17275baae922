package nl.buurtbundel.decision;

import java.time.Instant;
import java.util.Optional;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/**
 * A decision on a list.
 *
 * @param waitsForMe what the reader is asked to do; null when it is somebody else’s turn
 */
public record DecisionSummary(
        DecisionId id,
        InitiativeId initiative,
        String title,
        NeighbourhoodCode neighbourhood,
        Money total,
        boolean proposesRefusal,
        DecisionState state,
        Decider decider,
        Instant proposedAt,
        @Nullable Act waitsForMe) {

    public Optional<Act> findWaitsForMe() {
        return Optional.ofNullable(waitsForMe);
    }
}
