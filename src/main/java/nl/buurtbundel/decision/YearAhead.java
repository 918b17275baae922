package nl.buurtbundel.decision;

import java.time.YearMonth;
import java.util.Optional;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a decision does to one year, by amounts that everybody may know.
 *
 * @param granted what the plan gets in it by all decisions, with this one
 * @param goingOn a forecast: what the plan costs in it if it goes on as it is
 * @param expectedRelease a forecast; null where nobody reckoned it, or the reader may not see it
 * @param expectedUntil the last month that this forecast knows of, where the cost beside it goes on; null where it knows all
 * @param adopted what the council set apart for initiatives; null as long as it did not adopt that year
 * @param promised what decisions promised or hold of that year for all plans, with this one, whatever money of the
 *     municipality bears it; what others gave is not in it
 */
public record YearAhead(
        FiscalYear year,
        Money granted,
        Money goingOn,
        @Nullable Money expectedRelease,
        @Nullable YearMonth expectedUntil,
        @Nullable Money adopted,
        Money promised) {

    public Optional<Money> findExpectedRelease() {
        return Optional.ofNullable(expectedRelease);
    }

    public Optional<YearMonth> findExpectedUntil() {
        return Optional.ofNullable(expectedUntil);
    }

    public Optional<Money> findAdopted() {
        return Optional.ofNullable(adopted);
    }

    /** What the council’s money still bears if nothing comes free at all; below zero, release or pre-financing must bear it. */
    public Optional<Money> findLeft() {
        return findAdopted().map(money -> money.minus(promised));
    }
}
