package nl.buurtbundel.provision;

import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Period;
import org.jspecify.annotations.Nullable;

/** A provision that no message tells of: a personal budget, a course, bijzondere bijstand. From the municipality’s register. */
public record ProvisionWithoutMessageCommand(
        AllocationNumber number,
        ContractForm form,
        Need need,
        Bsn bsn,
        int yearOfBirth,
        @Nullable PostalAddress address,
        Period period,
        Money annualCost,
        @Nullable String taskField)
        implements ProvisionCommand {}
