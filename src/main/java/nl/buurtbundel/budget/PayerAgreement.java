package nl.buurtbundel.budget;

import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;

/**
 * An agreement with another payer, and the plan that it is for.
 *
 * @param neighbourhood of the plan
 * @param outstanding what may still come by it
 */
public record PayerAgreement(
        ContributionId id,
        InitiativeId plan,
        NeighbourhoodCode neighbourhood,
        NewContribution agreement,
        Money outstanding) {}
