package nl.buurtbundel.assessment;

import java.time.LocalDate;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/** Somebody said “not allowed”. Fired in the same transaction: an observer that fails undoes it. Without the words. */
public record ObjectionRaised(
        ObjectionId objection,
        InitiativeId initiative,
        NeighbourhoodCode neighbourhood,
        ObjectionKind kind,
        @Nullable ArticleReference article,
        LocalDate on) {}
