package nl.buurtbundel.initiative;

import java.time.LocalDate;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/**
 * When a plan goes on, in days.
 *
 * @param intendedStart when it means to start
 * @param startsOn from when it really runs, trial included; as long as it does not, from when it means to
 * @param trialEndsOn until when the trial was promised, or the day on which it ended; null where none was agreed
 */
public record PlanCourse(
        InitiativeId id,
        NeighbourhoodCode neighbourhood,
        String title,
        Stage stage,
        LocalDate intendedStart,
        LocalDate startsOn,
        @Nullable LocalDate trialEndsOn) {

    /** As {@link #costsFrom(LocalDate, LocalDate)}. */
    public LocalDate costsFrom(LocalDate proposedOn) {
        return costsFrom(intendedStart, proposedOn);
    }

    /** A plan costs nothing before it was proposed to grant it, even if it meant to start earlier. */
    static LocalDate costsFrom(LocalDate intendedStart, LocalDate proposedOn) {
        return intendedStart.isBefore(proposedOn) ? proposedOn : intendedStart;
    }

    static PlanCourse of(
            InitiativeId id,
            NeighbourhoodCode neighbourhood,
            String title,
            Stage stage,
            @Nullable LocalDate startedOn,
            LocalDate intendedStart,
            @Nullable LocalDate trialEndsOn,
            int trialMonths) {
        LocalDate startsOn = startedOn == null ? intendedStart : startedOn;
        LocalDate promised = trialEndsOn == null ? startsOn.plusMonths(trialMonths) : trialEndsOn;
        return new PlanCourse(
                id, neighbourhood, title, stage, intendedStart, startsOn, trialMonths == 0 ? null : promised);
    }
}
