package nl.buurtbundel.opportunity;

import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * When a number is about too few households to be shown.
 *
 * @param threshold fewer households than this are never shown; zero is few as well
 * @param rounding counts that leave the team are rounded to multiples of this
 */
public record SuppressionRule(int threshold, int rounding) {
    private static final Money AMOUNT_ROUNDING = Money.ofEuros(1000);

    public SuppressionRule {
        if (threshold < 2 || rounding < 1) {
            throw new IllegalArgumentException("no protection: " + threshold + ", " + rounding);
        }
    }

    public boolean tooFew(int households) {
        return households < threshold;
    }

    /** One household has more than half of the money, so that the amount would tell about that household. */
    public boolean dominated(Money amount, Money largestHousehold) {
        return largestHousehold.times(2).compareTo(amount) > 0;
    }

    /** Whether one of the two is to be hidden for itself, without regard to what could be derived. */
    boolean hidesCount(Cell cell) {
        return tooFew(cell.households());
    }

    /** An amount about too few households, or one that tells about one of them. */
    public boolean hidesAmount(Cell cell) {
        return hidesCount(cell) || dominated(cell.amount(), cell.largestHousehold());
    }

    /** A count by itself as everybody may see it: rounded, and nothing when there are too few. */
    public @Nullable Integer published(long households) {
        int count = Math.toIntExact(households);
        return tooFew(count) ? null : rounded(count);
    }

    /**
     * A count that is looked at again: it moves only by as many as may be shown by themselves.
     *
     * @param shown as it was shown last; null for not at all
     */
    public @Nullable Integer heldBack(@Nullable Integer shown, int now) {
        if (shown != null && tooFew(Math.abs(now - shown))) {
            return shown;
        }
        return tooFew(now) ? null : (Integer) now;
    }

    /** As it is shown outside the team. */
    public int rounded(int households) {
        return (households + rounding / 2) / rounding * rounding;
    }

    /** As it is shown outside the team. */
    public Money rounded(Money amount) {
        return AMOUNT_ROUNDING.times((amount.cents() + AMOUNT_ROUNDING.cents() / 2) / AMOUNT_ROUNDING.cents());
    }

    PublishedCell publish(Cell cell, boolean hideCount, boolean hideAmount) {
        @Nullable Integer households = hideCount ? null : rounded(cell.households());
        @Nullable Money amount = hideAmount ? null : rounded(cell.amount());
        return new PublishedCell(households, amount);
    }
}
