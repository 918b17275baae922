package nl.buurtbundel.outcome;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.money.Money;

/**
 * What is assumed where steps are turned into time and time into money. Each of it is named on the page.
 *
 * @param gap two steps of one person no longer apart than this are one stretch of work
 * @param single what a step takes after which nothing follows within that gap
 * @param anHour what an hour of an office costs, all costs of the employer included
 * @param helpAnHour what an hour of individual help costs
 */
public record WorkRule(Duration gap, Duration single, Map<Role, Money> anHour, Money helpAnHour) {
    private static final int SECONDS = 3_600;

    /** In the order of the offices. */
    public WorkRule {
        if (single.isNegative() || single.compareTo(gap) > 0) {
            throw new IllegalArgumentException("a step by itself takes no longer than the gap: " + single + ", " + gap);
        }
        if (!helpAnHour.isPositive()) {
            throw new IllegalArgumentException("an hour of help costs something");
        }
        anHour = Collections.unmodifiableMap(new EnumMap<>(anHour));
    }

    /** In whole cents, rounded half up. */
    Money cost(Role office, long seconds) {
        return Objects.requireNonNull(anHour.get(office)).timesFraction(seconds, SECONDS);
    }

    /** How many whole hours of individual help this would pay. */
    long hoursOfHelp(Money amount) {
        return amount.cents() / helpAnHour.cents();
    }
}
