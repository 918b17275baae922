package nl.buurtbundel.release;

import java.time.LocalDate;

/**
 * Until when somebody may object to a decision: six weeks (Awb 6:7) from the day after it was sent (Awb 6:8). A term that ends
 * on a Saturday, a Sunday or a general holiday runs to the first day that is none (Algemene termijnenwet, article 1).
 */
final class ObjectionTerm {
    private static final int WEEKS = 6;

    private ObjectionTerm() {}

    static LocalDate lastDay(LocalDate sentOn) {
        LocalDate last = sentOn.plusWeeks(WEEKS);
        return WorkingDays.isWorkingDay(last) ? last : WorkingDays.after(last, 1);
    }
}
