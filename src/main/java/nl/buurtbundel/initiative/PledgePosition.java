package nl.buurtbundel.initiative;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a pledge stands, as it follows from its steps.
 *
 * @param confirmedVersion the version of the plan that every adult said yes to; 0 while one has still to answer
 */
record PledgePosition(
        PledgeState state,
        int confirmedVersion,
        boolean choseAfterTrial,
        @Nullable LocalDate lastDay) {

    static PledgePosition of(int adultsAsked, List<PledgeStep> steps) {
        PledgeState state = PledgeState.JOINED;
        LocalDate lastDay = null;
        Map<Integer, Integer> yes = new HashMap<>();
        Map<Integer, Boolean> chose = new HashMap<>();
        for (PledgeStep step : steps) {
            switch (step.kind()) {
                case SAID_YES, CHOSE_AFTER_TRIAL -> {
                    if (state == PledgeState.LEAVING) {
                        // one adult cannot undo the leaving of another: both say yes anew
                        yes.clear();
                        chose.clear();
                    }
                    state = PledgeState.JOINED;
                    lastDay = null;
                    yes.put(step.adult(), step.planVersion());
                    chose.merge(step.adult(), step.kind() == PledgeStep.Kind.CHOSE_AFTER_TRIAL, Boolean::logicalOr);
                }
                case LEAVES -> {
                    state = PledgeState.LEAVING;
                    lastDay = step.lastDay();
                }
                case LEFT -> {
                    state = PledgeState.LEFT;
                    lastDay = step.lastDay();
                }
                case ENDED -> {
                    state = PledgeState.ENDED;
                    lastDay = step.lastDay();
                }
            }
        }
        boolean complete = yes.size() == adultsAsked;
        int confirmed = complete
                ? yes.values().stream().mapToInt(Integer::intValue).min().orElse(0)
                : 0;
        boolean all = complete && chose.values().stream().allMatch(Boolean::booleanValue);
        return new PledgePosition(state, confirmed, all, lastDay);
    }
}
