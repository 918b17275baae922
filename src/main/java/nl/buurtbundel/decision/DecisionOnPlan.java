package nl.buurtbundel.decision;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** One of the decisions on a plan, and how far it came. */
public record DecisionOnPlan(DecisionId id, DecisionState state) {
    /** What waits for somebody, then what was decided, then what came to nothing; of each the newest. */
    private static final Comparator<DecisionOnPlan> FIRST_TO_READ = Comparator.comparing(
                    (DecisionOnPlan decision) -> decision.state().isUndecided())
            .thenComparing(DecisionOnPlan::isDecided);

    /** @param onOnePlan in the order of time */
    static Optional<DecisionOnPlan> firstToRead(List<DecisionOnPlan> onOnePlan) {
        return onOnePlan.stream().reduce((first, next) -> FIRST_TO_READ.compare(first, next) > 0 ? first : next);
    }

    public boolean isDecided() {
        return state == DecisionState.FINAL || state == DecisionState.REFUSED;
    }
}
