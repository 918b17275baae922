package nl.buurtbundel.provision;

import java.time.LocalDateTime;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Period;
import org.jspecify.annotations.Nullable;

/**
 * The municipality allocates a provision (message 301).
 *
 * @param address null if the message has none that can be placed
 * @param category null for a generic allocation, which leaves the product to the provider
 * @param productCode null unless the product is specific
 * @param allocatedAt the newest allocation of a number wins
 * @param changeReason why an earlier allocation changed (code list WMO002/JZ002)
 * @param budget the amount for the whole period
 */
public record AllocationCommand(
        AllocationNumber number,
        ProviderCode provider,
        Bsn bsn,
        int yearOfBirth,
        @Nullable PostalAddress address,
        @Nullable String category,
        @Nullable String productCode,
        LocalDateTime allocatedAt,
        Period period,
        @Nullable String changeReason,
        @Nullable Extent extent,
        @Nullable Money budget)
        implements ProvisionCommand {
    static final String REMOVED = "13";

    /** A removed allocation counts as never sent. */
    public boolean isRemoved() {
        return REMOVED.equals(changeReason);
    }
}
