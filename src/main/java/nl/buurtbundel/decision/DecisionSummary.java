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
 * @param turn whose turn it is; null once it has ended
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
        @Nullable Office turn,
        Instant proposedAt,
        @Nullable Act waitsForMe) {

    public Optional<Office> findTurn() {
        return Optional.ofNullable(turn);
    }

    public Optional<Act> findWaitsForMe() {
        return Optional.ofNullable(waitsForMe);
    }
}
