package nl.buurtbundel.outcome;

import org.jspecify.annotations.Nullable;

/**
 * What came of a plan at one moment, in numbers that are rounded and stand still until enough people have answered anew.
 *
 * @param answers about how many answered; null as long as too few did, and then nothing else is shown
 * @param click about how many said that it clicks
 * @param goal about how many agree on what it is for
 * @param belief about how many believe in it
 * @param helped about how many households it helps, or helped until the end; null where too few
 * @param wentBack about how many households went back to where they came from; null where too few
 */
public record PlanOutcome(
        OutcomeMoment moment,
        @Nullable Integer answers,
        int click,
        int goal,
        int belief,
        @Nullable Integer helped,
        @Nullable Integer wentBack) {

    static PlanOutcome none(OutcomeMoment moment) {
        return new PlanOutcome(moment, null, 0, 0, 0, null, null);
    }
}
