package nl.buurtbundel.provision;

import java.time.LocalDate;
import java.util.Optional;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/**
 * The provider stopped on the initiative of the municipality (reason 36): only now is the money of this provision certainly
 * free. Fired in the transaction that stores the stop.
 *
 * @param neighbourhood null if the provision was never placed
 * @param allocated the yearly amount that was allocated, or why it is unknown
 * @param declared the yearly amount that was declared, null if nothing was
 * @param form null if no contract is known
 * @param successor an allocation of the same person for the same need that takes over, null if there is none
 * @param taskField the task field that the municipality’s register names; null where it names none
 */
public record ProvisionStopped(
        ProvisionId provision,
        PersonId person,
        HouseholdId household,
        MunicipalityCode municipality,
        Law law,
        Need need,
        @Nullable NeighbourhoodCode neighbourhood,
        LocalDate stoppedOn,
        String reason,
        AnnualCost allocated,
        @Nullable Money declared,
        @Nullable ContractForm form,
        @Nullable ProvisionId successor,
        @Nullable String taskField) {

    /** What was declared where that is known, else the allocation times the usage that is assumed. */
    public Optional<Money> expectedCost(int usageBasisPoints) {
        return declared != null
                ? Optional.of(declared)
                : allocated.find().map(amount -> amount.timesFraction(usageBasisPoints, 10_000));
    }
}
