package nl.buurtbundel.foundation;

import java.time.LocalDate;
import nl.buurtbundel.money.Period;

/** How a line of a table ends: from now on shorter, never longer, so that what was decided by it keeps its ground. */
public final class LineEnd {
    private LineEnd() {}

    /**
     * The day through which the line holds.
     *
     * @throws Refusal if that is over, before the line began or after it would have ended by itself
     */
    public static LocalDate of(Period validity, LocalDate lastDay, LocalDate today) {
        LocalDate endsOn = validity.lastDay();
        if (lastDay.isBefore(today)) {
            throw new Refusal("foundation.error.line-ends-in-past");
        }
        if (lastDay.isBefore(validity.firstDay())) {
            throw new Refusal("foundation.error.line-ends-before-start");
        }
        if (endsOn != null && lastDay.isAfter(endsOn)) {
            throw new Refusal("foundation.error.line-not-longer");
        }
        return lastDay;
    }
}
