package nl.buurtbundel.signal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Whether it was heard less often after a change than before it: a year before at most, beginning with the first signal, against
 * the time since, a year at most. Luck is ruled out as far as can be: if the change had done nothing, each signal would fall before
 * or after it by the number of days alone (the conditional test of two Poisson rates), and an outcome as far off would be seen
 * less than once in twenty times.
 *
 * @param before how often a month (of 30 days), before
 * @param after the same, after
 */
public record FollowUp(Verdict verdict, BigDecimal before, BigDecimal after) {
    private static final int LONGEST = 365;
    private static final int SHORTEST = 60;
    private static final int DAYS_OF_A_MONTH = 30;
    private static final double BY_LUCK = 0.05;

    /** What can be said. */
    public enum Verdict {
        FELL,
        ROSE,
        /** No difference that could not be luck. */
        NOT_SURE,
        TOO_SOON
    }

    static FollowUp of(List<LocalDate> heard, LocalDate doneOn, LocalDate today) {
        LocalDate first = heard.stream().min(LocalDate::compareTo).orElse(doneOn);
        LocalDate from = later(first, doneOn.minusDays(LONGEST));
        LocalDate until =
                doneOn.plusDays(LONGEST).isBefore(today.plusDays(1)) ? doneOn.plusDays(LONGEST) : today.plusDays(1);
        long daysBefore = Math.max(0, ChronoUnit.DAYS.between(from, doneOn));
        long daysAfter = Math.max(0, ChronoUnit.DAYS.between(doneOn, until));
        int before = count(heard, from, doneOn);
        int after = count(heard, doneOn, until);
        return new FollowUp(
                verdict(before, daysBefore, after, daysAfter), monthly(before, daysBefore), monthly(after, daysAfter));
    }

    private static Verdict verdict(int before, long daysBefore, int after, long daysAfter) {
        if (daysBefore < SHORTEST || daysAfter < SHORTEST) {
            return Verdict.TOO_SOON;
        }
        int all = before + after;
        double share = (double) daysAfter / (daysBefore + daysAfter);
        if (atMost(after, all, share) < BY_LUCK) {
            return Verdict.FELL;
        }
        return atMost(all - after, all, 1 - share) < BY_LUCK ? Verdict.ROSE : Verdict.NOT_SURE;
    }

    /** How likely it is that of so many at most these fall in a part of the time with this share of it. */
    private static double atMost(int most, int all, double share) {
        double sum = 0;
        double logChoose = 0;
        for (int k = 0; k <= most; k++) {
            sum += Math.exp(logChoose + k * Math.log(share) + (all - k) * Math.log(1 - share));
            logChoose += Math.log((double) (all - k) / (k + 1));
        }
        return sum;
    }

    private static int count(List<LocalDate> heard, LocalDate from, LocalDate until) {
        return (int) heard.stream()
                .filter(day -> !day.isBefore(from) && day.isBefore(until))
                .count();
    }

    private static BigDecimal monthly(int signals, long days) {
        return days == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf((long) signals * DAYS_OF_A_MONTH)
                        .divide(BigDecimal.valueOf(days), 1, RoundingMode.HALF_UP);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
