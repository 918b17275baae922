package nl.buurtbundel.opportunity;

import java.util.Set;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.provision.Law;
import org.jspecify.annotations.Nullable;

/**
 * One provision as this room needs it.
 *
 * @param lumpSum the contract has no price per household
 * @param costUnknown the cost is not known for another reason
 * @param mayBeUsedFor other laws for which this person allows the data to be used
 */
record Served(
        long household,
        String need,
        Law law,
        @Nullable Integer weeklyMinutes,
        @Nullable Money allocated,
        @Nullable Money declared,
        boolean lumpSum,
        boolean costUnknown,
        Set<Law> mayBeUsedFor) {

    Served {
        mayBeUsedFor = Set.copyOf(mayBeUsedFor);
    }

    boolean mayBeUsedUnder(Law leading) {
        return law == leading || mayBeUsedFor.contains(leading);
    }
}
