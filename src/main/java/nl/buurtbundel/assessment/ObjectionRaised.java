package nl.buurtbundel.assessment;

import java.time.LocalDate;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;

/**
 * Somebody said of a plan that it is not allowed. Fired in the same transaction: an observer that fails undoes it. It names
 * the office and never the person.
 */
public record ObjectionRaised(
        ObjectionId objection,
        InitiativeId initiative,
        NeighbourhoodCode neighbourhood,
        NewObjection said,
        Role office,
        LocalDate on) {}
