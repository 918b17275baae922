package nl.buurtbundel.provision;

import nl.buurtbundel.money.Period;
import org.jspecify.annotations.Nullable;

/**
 * What a product of a provider costs in a period.
 *
 * @param productCode null: every product of the category that has no tariff of its own
 */
public record TariffCommand(
        ProviderCode provider,
        Law law,
        String category,
        @Nullable String productCode,
        Price price,
        Period validity) implements ProvisionCommand {}
