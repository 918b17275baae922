package nl.buurtbundel.provision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/**
 * The provider stopped on the initiative of the municipality (reason 36): only now is the money of this provision certainly
 * free. Fired in the transaction that stores the stop, and again in each that changes something that is said here.
 *
 * @param allocated the yearly amount that was allocated, or why it is unknown
 * @param declared the yearly amount that was declared, null if nothing was
 * @param form null if no contract is known
 * @param successors allocations of the same person for the same need that begin after it, in the order in which they begin
 * @param taskField the task field that the municipality’s register names; null where it names none
 */
public record ProvisionStopped(
        ProvisionId provision,
        PersonId person,
        HouseholdId household,
        MunicipalityCode municipality,
        Law law,
        Need need,
        LocalDate stoppedOn,
        AnnualCost allocated,
        @Nullable Money declared,
        @Nullable ContractForm form,
        List<Successor> successors,
        @Nullable String taskField) {

    public ProvisionStopped {
        successors = List.copyOf(successors);
    }

    /** None where the contract has no price per household: it frees nothing until it is changed. */
    public Optional<Money> expectedCost(int usageBasisPoints) {
        return allocated.expected(declared, form, usageBasisPoints);
    }

    /**
     * Help that takes over.
     *
     * @param lastDay null where it was allocated without an end
     */
    public record Successor(
            LocalDate firstDay,
            @Nullable LocalDate lastDay,
            AnnualCost allocated,
            @Nullable Money declared,
            @Nullable ContractForm form) {
        /** None while it is unknown, which is not zero. */
        public Optional<Money> expectedCost(int usageBasisPoints) {
            return allocated.expected(declared, form, usageBasisPoints);
        }
    }
}
