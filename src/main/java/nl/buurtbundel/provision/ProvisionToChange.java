package nl.buurtbundel.provision;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A provision whose allocation is to end earlier.
 *
 * @param category none where the provider chooses the product
 * @param productCode none unless the product is specific
 * @param declaredUntil the last day of the newest declaration; none when nothing was declared
 */
public record ProvisionToChange(
        ProvisionDetails details,
        @Nullable String category,
        @Nullable String productCode,
        @Nullable LocalDate declaredUntil) {}
