package nl.buurtbundel.provision;

import nl.buurtbundel.money.Period;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/**
 * A provision that counts as unknown until somebody repairs it. At least one of the two reasons is there.
 *
 * @param version what the user saw; goes along with the repair
 * @param neighbourhood null if that is what is unknown
 * @param postcode of the address that could not be placed; null if there is none or it has a neighbourhood
 */
public record RepairItem(
        ProvisionId id,
        int version,
        AllocationNumber number,
        Need need,
        Period period,
        @Nullable String provider,
        @Nullable String category,
        @Nullable String productCode,
        @Nullable Unit unit,
        @Nullable NeighbourhoodCode neighbourhood,
        @Nullable String postcode,
        @Nullable UnknownReason cost,
        @Nullable UnknownReason place) {}
