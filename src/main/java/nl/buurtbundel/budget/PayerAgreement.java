package nl.buurtbundel.budget;

import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;

/**
 * An agreement with another payer, and the plan that it is for.
 *
 * @param neighbourhood of the plan
 */
public record PayerAgreement(
        ContributionId id, InitiativeId plan, NeighbourhoodCode neighbourhood, NewContribution agreement) {}
