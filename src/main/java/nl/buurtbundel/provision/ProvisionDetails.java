package nl.buurtbundel.provision;

import java.time.LocalDate;
import java.util.Optional;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Period;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/**
 * A provision as the person whose it is, or the worker who handles it, sees it.
 *
 * @param provider null for what has no provider with a contract
 * @param neighbourhood null if it was not placed, and for who sees it from another home
 * @param stoppedOn null while it runs, also again after a stop for a while
 * @param taskField the task field that the municipality’s register names; null where it names none
 */
public record ProvisionDetails(
        ProvisionId id,
        PersonId person,
        HouseholdId household,
        AllocationNumber number,
        @Nullable ProviderCode provider,
        Need need,
        Status status,
        Period period,
        @Nullable NeighbourhoodCode neighbourhood,
        AnnualCost allocated,
        @Nullable Money declared,
        @Nullable ContractForm form,
        @Nullable LocalDate stoppedOn,
        Law law,
        @Nullable String taskField) {

    /** As who does not live there sees it: not where that is. */
    ProvisionDetails ofAnotherHome() {
        return new ProvisionDetails(
                id, person, household, number, provider, need, status, period, null, allocated, declared, form,
                stoppedOn, law, taskField);
    }

    /** None while it is unknown, which is not zero. */
    public Optional<Money> expectedCost(int usageBasisPoints) {
        return expectedCost(allocated, usageBasisPoints);
    }

    /** The same, had another amount been allocated a year. */
    public Optional<Money> expectedCost(AnnualCost allocatedAYear, int usageBasisPoints) {
        return allocatedAYear.expected(declared, form, usageBasisPoints);
    }
}
