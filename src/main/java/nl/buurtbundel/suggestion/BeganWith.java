package nl.buurtbundel.suggestion;

import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What those who decide on a plan may know of the suggestion that it began with. The plan itself may have become another.
 *
 * @param startUpYears over how many years it spreads what it takes to begin
 * @param compared null when what is spent was not published
 */
public record BeganWith(int startUpYears, @Nullable Compared compared) {
    /**
     * @param cost against two things
     * @param households with about how many that was reckoned, rounded to 5
     * @param aYear what it costs with as many, with a part of what it takes to begin
     * @param breakEven from how many on it pays, as residents see it; null when no number is enough
     */
    public record Compared(
            CostAgainstToday cost,
            int households,
            Money aYear,
            @Nullable Integer breakEven) {}
}
