package nl.buurtbundel.assessment;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Who has to see to a step that is late: past its due date it goes up one level, and again every two weeks. */
public enum EscalationLevel {
    TEAM,
    MANAGER,
    ALDERMAN;

    private static final int DAYS_PER_LEVEL = 14;

    static EscalationLevel on(LocalDate day, LocalDate dueOn) {
        if (!day.isAfter(dueOn)) {
            return TEAM;
        }
        long levels = 1 + (ChronoUnit.DAYS.between(dueOn, day) - 1) / DAYS_PER_LEVEL;
        return values()[(int) Math.min(levels, values().length - 1)];
    }
}
