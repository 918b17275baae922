package nl.buurtbundel.decision;

import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * How the amount that a plan asks for is put together.
 *
 * @param yearly twelve months of what it costs each year
 * @param startUp once, to begin
 * @param usualYear what a usual year counts, where start-up is spread; null without a suggestion that spreads it
 */
public record AskedAmount(
        Money yearly, Money startUp, @Nullable UsualYear usualYear) {

    /**
     * The year that a suggestion compares with today.
     *
     * @param years over which it spreads start-up
     * @param startUpShare of start-up, in one of those years
     */
    public record UsualYear(int years, Money startUpShare, Money total) {}

    /** @param years over which the suggestion behind the plan spreads start-up; 0 without one */
    static AskedAmount of(Money yearly, Money startUp, int years) {
        if (years == 0 || startUp.isZero()) {
            return new AskedAmount(yearly, startUp, null);
        }
        Money share = startUp.timesFraction(1, years);
        return new AskedAmount(yearly, startUp, new UsualYear(years, share, yearly.plus(share)));
    }

    public Money total() {
        return yearly.plus(startUp);
    }
}
