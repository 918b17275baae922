package nl.buurtbundel.opportunity;

import java.util.Collection;
import java.util.Objects;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/** All provisions of one household for one need together. Stays inside this room. */
record HouseholdNeed(
        long household,
        @Nullable Integer weeklyMinutes,
        Money declared,
        Money allocated,
        boolean costed,
        boolean lumpSum,
        boolean unknown) {

    static HouseholdNeed of(long household, Collection<Served> provisions) {
        Money declared = Money.ZERO;
        Money allocated = Money.ZERO;
        boolean costed = false;
        boolean lumpSum = false;
        boolean unknown = false;
        for (Served one : provisions) {
            if (one.lumpSum()) {
                lumpSum = true;
            } else if (one.declared() != null) {
                declared = declared.plus(one.declared());
                costed = true;
            } else if (one.allocated() != null && !one.costUnknown()) {
                allocated = allocated.plus(one.allocated());
                costed = true;
            } else {
                unknown = true;
            }
        }
        return new HouseholdNeed(household, minutes(provisions), declared, allocated, costed, lumpSum, unknown);
    }

    Money spend() {
        return declared.plus(allocated);
    }

    private static @Nullable Integer minutes(Collection<Served> provisions) {
        if (provisions.stream().allMatch(one -> one.weeklyMinutes() == null)) {
            return null;
        }
        return provisions.stream()
                .map(Served::weeklyMinutes)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .sum();
    }
}
