package nl.buurtbundel.assessment;

import java.util.Set;
import nl.buurtbundel.access.UserId;

/**
 * An assessment for the room that decides.
 *
 * @param assessors everybody who had a hand in judging any version of the plan, and so has no say in the decision
 */
public record AssessmentForDecision(AssessmentView assessment, Set<UserId> assessors) {
    public AssessmentForDecision {
        assessors = Set.copyOf(assessors);
    }
}
