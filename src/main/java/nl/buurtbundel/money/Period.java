package nl.buurtbundel.money;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** From a first day through a last day, both included. No last day means: until further notice. */
public record Period(LocalDate firstDay, @Nullable LocalDate lastDay) {

    public Period {
        if (lastDay != null && lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException("ends on " + lastDay + " before it starts on " + firstDay);
        }
    }

    public static Period from(LocalDate firstDay) {
        return new Period(firstDay, null);
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(firstDay) && (lastDay == null || !day.isAfter(lastDay));
    }

    /** That day if it is in the period, else the first or the last day, whichever is nearer. */
    public LocalDate nearestTo(LocalDate day) {
        if (day.isBefore(firstDay)) {
            return firstDay;
        }
        return lastDay != null && day.isAfter(lastDay) ? lastDay : day;
    }

    public boolean isOpenEnded() {
        return lastDay == null;
    }

    public boolean overlaps(Period other) {
        return intersection(other).isPresent();
    }

    public Optional<Period> intersection(Period other) {
        LocalDate first = firstDay.isAfter(other.firstDay) ? firstDay : other.firstDay;
        LocalDate last = earlier(lastDay, other.lastDay);
        return last != null && last.isBefore(first) ? Optional.empty() : Optional.of(new Period(first, last));
    }

    /**
     * The number of days, first and last included.
     *
     * @throws IllegalStateException if the period has no last day
     */
    public long days() {
        if (lastDay == null) {
            throw new IllegalStateException("no last day");
        }
        return ChronoUnit.DAYS.between(firstDay, lastDay) + 1;
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null) {
            return other;
        }
        return other == null || one.isBefore(other) ? one : other;
    }
}
