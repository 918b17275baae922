package nl.buurtbundel.signal;

import nl.buurtbundel.initiative.InitiativeId;

/**
 * A plan that can go on because a rule changed.
 *
 * @param version the version seen, to send along when it is taken up
 * @param what what changed
 */
public record PlanToRepair(RepairId id, int version, InitiativeId plan, String title, String what) {}
