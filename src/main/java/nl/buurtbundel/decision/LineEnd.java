package nl.buurtbundel.decision;

import java.time.LocalDate;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.Period;

/** How a line of a table ends: from now on shorter, never longer, so that what was decided by it keeps its ground. */
final class LineEnd {
    private LineEnd() {}

    static LocalDate of(Period validity, LocalDate lastDay, LocalDate today) {
        LocalDate endsOn = validity.lastDay();
        if (lastDay.isBefore(today.minusDays(1))) {
            throw new Refusal("decision.error.mandate-ends-in-past");
        }
        if (lastDay.isBefore(validity.firstDay())) {
            throw new Refusal("decision.error.mandate-ends-before-start");
        }
        if (endsOn != null && lastDay.isAfter(endsOn)) {
            throw new Refusal("decision.error.mandate-not-longer");
        }
        return lastDay;
    }
}
