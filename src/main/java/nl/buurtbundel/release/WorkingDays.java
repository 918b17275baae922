package nl.buurtbundel.release;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/** Counts working days: not weekends, and not the general holidays of the Algemene termijnenwet, article 3. */
final class WorkingDays {
    private WorkingDays() {}

    /** The day that lies this many working days after a day. */
    static LocalDate after(LocalDate day, int workingDays) {
        LocalDate result = day;
        for (int left = workingDays; left > 0; ) {
            result = result.plusDays(1);
            if (isWorkingDay(result)) {
                left--;
            }
        }
        return result;
    }

    /** How many working days there are after a day, up to and with another; 0 when that is not later. */
    static int between(LocalDate day, LocalDate until) {
        int days = 0;
        for (LocalDate next = day.plusDays(1); !next.isAfter(until); next = next.plusDays(1)) {
            if (isWorkingDay(next)) {
                days++;
            }
        }
        return days;
    }

    static boolean isWorkingDay(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !isHoliday(day);
    }

    private static boolean isHoliday(LocalDate day) {
        LocalDate easter = easter(day.getYear());
        LocalDate kingsDay = LocalDate.of(day.getYear(), 4, 27);
        Set<LocalDate> holidays = Set.of(
                LocalDate.of(day.getYear(), 1, 1),
                easter.minusDays(2),
                easter.plusDays(1),
                kingsDay.getDayOfWeek() == DayOfWeek.SUNDAY ? kingsDay.minusDays(1) : kingsDay,
                easter.plusDays(39),
                easter.plusDays(50),
                LocalDate.of(day.getYear(), 12, 25),
                LocalDate.of(day.getYear(), 12, 26));
        boolean liberationDay = day.getMonthValue() == 5 && day.getDayOfMonth() == 5;
        return liberationDay || holidays.contains(day);
    }

    /** Easter Sunday by Gauss’s rule in the form of Meeus, Jones and Butcher. */
    private static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int inCentury = year % 100;
        int moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int week = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - moon - inCentury % 4) % 7;
        int late = (golden + 11 * moon + 22 * week) / 451;
        int days = moon + week - 7 * late + 114;
        return LocalDate.of(year, days / 31, days % 31 + 1);
    }
}
