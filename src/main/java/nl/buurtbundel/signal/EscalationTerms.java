package nl.buurtbundel.signal;

import java.time.LocalDate;
import nl.buurtbundel.budget.EscalationLevel;

/**
 * How long each level has.
 *
 * @param team in days, as all of them
 * @param longestPause how long a step of a plan may stand still at once
 */
record EscalationTerms(int team, int local, int regional, int national, int longestPause) {
    EscalationTerms {
        if (team < 1 || local < 1 || regional < 1 || national < 1 || longestPause < 1) {
            throw new IllegalArgumentException("a term has a day at least");
        }
    }

    LocalDate dueOn(EscalationLevel level, LocalDate today) {
        return today.plusDays(
                switch (level) {
                    case TEAM -> team;
                    case LOCAL -> local;
                    case REGIONAL -> regional;
                    case NATIONAL -> national;
                });
    }
}
