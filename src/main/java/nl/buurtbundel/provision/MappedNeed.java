package nl.buurtbundel.provision;

import nl.buurtbundel.money.Period;
import org.jspecify.annotations.Nullable;

/**
 * Which need the products of a category answer, in a period.
 *
 * @param own whether the municipality set it itself
 * @param productCode null: every product of the category without a row of its own
 */
public record MappedNeed(
        NeedMappingId id,
        int version,
        boolean own,
        Law law,
        String category,
        @Nullable String productCode,
        Need need,
        Period validity) {}
