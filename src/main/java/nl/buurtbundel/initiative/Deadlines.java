package nl.buurtbundel.initiative;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** When each step is due, and who looks after it once it is late. Every deadline is a date with a rule. */
final class Deadlines {
    static final int DAYS_TO_LEVEL_UP = 14;

    private Deadlines() {}

    /**
     * @param since the day on which the stage began
     * @param cutOff until when households are asked
     */
    static @Nullable LocalDate dueOn(
            Stage stage,
            LocalDate since,
            @Nullable LocalDate cutOff,
            LocalDate intendedStart,
            @Nullable LocalDate trialEndsOn) {
        return switch (stage) {
            case IDEA -> workday(since.plusDays(90));
            case OPEN -> workday((cutOff == null ? since : cutOff).plusDays(14));
            case SUBMITTED -> workday(since.plusDays(7));
            case IN_ASSESSMENT, RETURNED -> workday(since.plusDays(28));
            case ADVISED -> workday(since.plusDays(14));
            case GRANTED, PARTLY_GRANTED -> workday(later(since.plusDays(14), intendedStart));
            case TRIAL -> workday(trialEndsOn == null ? since : trialEndsOn);
            case RUNNING -> workday(since.plusYears(1));
            case REFUSED, ACCOUNTED_FOR, WITHDRAWN, STOPPED, SOLVED_WITHOUT_US -> null;
        };
    }

    /** The days of a pause do not count, and nothing is due before it ends. */
    static @Nullable LocalDate paused(@Nullable LocalDate dueOn, LocalDate from, LocalDate until) {
        return dueOn == null ? null : workday(later(dueOn.plusDays(ChronoUnit.DAYS.between(from, until)), until));
    }

    /** Nobody while it is in time; then one level up, and one more for every fortnight. */
    static Optional<Office> escalatedTo(@Nullable Office owner, @Nullable LocalDate dueOn, LocalDate today) {
        Office office = owner;
        if (office == null || dueOn == null || !today.isAfter(dueOn)) {
            return Optional.empty();
        }
        long levels = 1 + ChronoUnit.DAYS.between(dueOn, today) / DAYS_TO_LEVEL_UP;
        for (long level = 0; level < levels && office != Office.ALDERMAN; level++) {
            office = office.nextLevel();
        }
        return Optional.of(office);
    }

    /** A term that ends in a weekend runs until Monday (Algemene termijnenwet, article 1). */
    static LocalDate workday(LocalDate day) {
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY) {
            return day.plusDays(2);
        }
        return day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
