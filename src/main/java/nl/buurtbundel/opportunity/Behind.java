package nl.buurtbundel.opportunity;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import nl.buurtbundel.money.Money;

/** The households behind a published number, and what each is expected to cost in a year. Never leaves this room. */
record Behind(Map<Long, Money> amounts) {
    static final Behind NOBODY = new Behind(Map.of());

    Behind {
        amounts = Map.copyOf(amounts);
    }

    Cell cell() {
        return Cell.of(amounts);
    }

    /** @param now by the number of a household then: its number now, if that is another */
    Behind renamed(Map<Long, Long> now) {
        Map<Long, Money> renamed = new HashMap<>();
        amounts.forEach(
                (household, amount) -> renamed.merge(now.getOrDefault(household, household), amount, Money::plus));
        return new Behind(renamed);
    }

    /**
     * Whether this may be published by whoever may have kept what was published of the other: it is the same, or the difference is
     * about as many as may be shown by themselves. Who came and went count first; what became dearer or cheaper when nobody did.
     */
    boolean mayFollow(Behind earlier, SuppressionRule rule) {
        Map<Long, Money> moved = new HashMap<>();
        Map<Long, Money> changed = new HashMap<>();
        Set<Long> all = new HashSet<>(amounts.keySet());
        all.addAll(earlier.amounts.keySet());
        for (Long household : all) {
            Money now = amounts.get(household);
            Money then = earlier.amounts.get(household);
            if (now == null || then == null) {
                moved.put(household, now == null ? earlier.amounts.getOrDefault(household, Money.ZERO) : now);
            } else if (!now.equals(then)) {
                changed.put(household, now.max(then).minus(now.min(then)));
            }
        }
        if (moved.isEmpty() && changed.isEmpty()) {
            return true;
        }
        return !rule.hidesAmount(Cell.of(moved.isEmpty() ? changed : moved));
    }
}
