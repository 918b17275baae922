package nl.buurtbundel.provision;

import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/**
 * A running provision with what it costs, for finding what a neighbourhood could do together. Says nothing about who the
 * person is.
 *
 * @param weeklyMinutes null if it is not counted in time
 * @param weeklyHalfDays null if it is not counted in half-days
 * @param allocated a year’s amount, or why it is unknown
 * @param declared what the provider declared, as a year’s amount; null if nothing was declared
 * @param form null if no contract is known
 */
public record CostedProvision(
        ProvisionId id,
        HouseholdId household,
        PersonId person,
        NeighbourhoodCode neighbourhood,
        Need need,
        Law law,
        @Nullable Integer weeklyMinutes,
        @Nullable Integer weeklyHalfDays,
        AnnualCost allocated,
        @Nullable Money declared,
        @Nullable ContractForm form) {}
