package nl.buurtbundel.initiative;

import java.math.BigDecimal;
import nl.buurtbundel.catalogue.Text;

/**
 * One number that the page about work and the purse reckons with, as it was in a year.
 *
 * @param low in its unit; percents are of pay or of what is earned more
 * @param high not below {@code low}
 * @param estimate it is our estimate and not the law’s own number
 * @param source the article where it stands
 */
public record PurseRule(
        String code, BigDecimal low, BigDecimal high, Unit unit, int year, boolean estimate, String source, Text name) {
    public PurseRule {
        if (low.signum() < 0 || high.compareTo(low) < 0 || unit == Unit.PERCENT && high.intValue() > 100) {
            throw new IllegalArgumentException(code + ": " + low + " to " + high);
        }
    }

    /** What it is counted in. */
    public enum Unit {
        EUR,
        PERCENT,
        WEEKS
    }

    public boolean isRange() {
        return low.compareTo(high) < 0;
    }
}
