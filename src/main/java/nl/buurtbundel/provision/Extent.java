package nl.buurtbundel.provision;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalInt;
import nl.buurtbundel.money.Period;

/** How much is allocated: so many units, so often. */
public record Extent(long volume, Unit unit, Frequency frequency) {

    public Extent {
        if (volume < 0) {
            throw new IllegalArgumentException("negative volume");
        }
    }

    /** Minutes in a week, rounded half up; empty if it is not counted in time or its period never ends. */
    OptionalInt weeklyMinutes(Period period) {
        return unit.isTime() ? aWeek(volume * unit.minutes(), period) : OptionalInt.empty();
    }

    /** Half-days in a week, rounded half up; empty if it is not counted in half-days or its period never ends. */
    OptionalInt weeklyHalfDays(Period period) {
        return unit == Unit.HALF_DAY ? aWeek(volume, period) : OptionalInt.empty();
    }

    private OptionalInt aWeek(long amount, Period period) {
        return switch (frequency) {
            case WEEK -> OptionalInt.of(Math.toIntExact(amount));
            case DAY -> OptionalInt.of(Math.toIntExact(amount * 7));
            case MONTH -> divide(amount * frequency.hundredthsAYear(), Frequency.WEEK.hundredthsAYear());
            case WHOLE_PERIOD ->
                period.isOpenEnded() ? OptionalInt.empty() : divide(Math.multiplyExact(amount, 7L), period.days());
        };
    }

    private static OptionalInt divide(long numerator, long denominator) {
        return OptionalInt.of(BigDecimal.valueOf(numerator)
                .divide(BigDecimal.valueOf(denominator), 0, RoundingMode.HALF_UP)
                .intValueExact());
    }
}
