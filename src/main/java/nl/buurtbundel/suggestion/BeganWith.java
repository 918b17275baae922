package nl.buurtbundel.suggestion;

import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What those who decide on a plan may know of the suggestion that it began with. The plan itself may have become another.
 *
 * @param startUpYears over how many years it spreads what it takes to begin
 * @param cost against two things; null when what is spent was not published
 * @param households with about how many that was reckoned, rounded to 5
 * @param aYear what it costs with as many, with a part of what it takes to begin
 * @param breakEven from how many on it pays, as residents see it; null when no number is enough, or what is spent was not published
 */
public record BeganWith(
        int startUpYears,
        @Nullable CostAgainstToday cost,
        int households,
        Money aYear,
        @Nullable Integer breakEven) {

    /** Whether a plan that begins with so many likely costs more than what it replaces, as far as that is known. */
    public boolean likelyLoses(int householdsNeeded) {
        return breakEven != null && householdsNeeded < breakEven;
    }
}
