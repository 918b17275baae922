package nl.buurtbundel.outcome;

import nl.buurtbundel.initiative.InitiativeId;

/**
 * A plan in which people wait for another helper.
 *
 * @param asks how many
 */
public record HelperWork(InitiativeId plan, String title, int asks) {}
