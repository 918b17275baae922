package nl.buurtbundel.provision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Period;
import nl.buurtbundel.money.Split;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/**
 * The provider stopped on the initiative of the municipality (reason 36): only now is the money of this provision certainly
 * free. Fired in the transaction that stores the stop, and again in each that changes something that is said here.
 *
 * @param period for which it is allocated now; the register may have shortened or lengthened it
 * @param allocated the yearly amount that was allocated, or why it is unknown
 * @param forWholePeriod whether that is an amount for the period as a whole, divided by its days
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
        Period period,
        AnnualCost allocated,
        boolean forWholePeriod,
        @Nullable Money declared,
        @Nullable ContractForm form,
        List<Successor> successors,
        @Nullable String taskField) {

    public ProvisionStopped {
        successors = List.copyOf(successors);
    }

    /** None where the contract has no price per household: it frees nothing until it is changed. */
    public Optional<Money> expectedCost(int usageBasisPoints) {
        return expectedCost(allocated, usageBasisPoints);
    }

    /** The same, had another amount been allocated a year. */
    public Optional<Money> expectedCost(AnnualCost allocatedAYear, int usageBasisPoints) {
        return allocatedAYear.expected(declared, form, usageBasisPoints);
    }

    /**
     * Help that takes over. Where it takes over from several at once, this is the part for one of them: the parts sum exactly.
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

        /** The parts of it, in the order of the weights; what is unknown is unknown of each. */
        List<Successor> split(List<Long> weights) {
            List<Money> ofAllocated = parts(allocated.amount(), weights);
            List<Money> ofDeclared = parts(declared, weights);
            return IntStream.range(0, weights.size())
                    .mapToObj(place -> new Successor(
                            firstDay,
                            lastDay,
                            ofAllocated.isEmpty() ? allocated : AnnualCost.known(ofAllocated.get(place)),
                            ofDeclared.isEmpty() ? null : ofDeclared.get(place),
                            form))
                    .toList();
        }

        private static List<Money> parts(@Nullable Money whole, List<Long> weights) {
            return whole == null ? List.of() : Split.byLargestRemainder(whole, weights);
        }
    }
}
