package nl.buurtbundel.initiative;

import java.time.LocalDate;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/**
 * A plan came to another stage. Fired in the same transaction: an observer that fails undoes it. When a plan ends, observers
 * still find its households; they are let go afterwards.
 */
public record InitiativeMoved(
        InitiativeId initiative,
        NeighbourhoodCode neighbourhood,
        @Nullable Stage from,
        Stage to,
        LocalDate on,
        int planVersion) {}
