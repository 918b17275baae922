package nl.buurtbundel.assessment;

import java.time.LocalDate;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;

/**
 * An office said that it is too busy for a plan: once a day counts. No rule and no objection, so it holds nothing up and moves
 * no date; and no blame, so it names the office and never the person. Fired in the same transaction: an observer that fails
 * undoes it.
 */
public record CapacityShort(InitiativeId initiative, NeighbourhoodCode neighbourhood, Role office, LocalDate on) {}
