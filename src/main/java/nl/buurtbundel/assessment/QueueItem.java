package nl.buurtbundel.assessment;

import java.util.Optional;
import nl.buurtbundel.initiative.InitiativeSummary;
import org.jspecify.annotations.Nullable;

/**
 * A plan on the team’s list of work.
 *
 * @param assessment null while nobody has begun with this version
 */
public record QueueItem(
        InitiativeSummary initiative, @Nullable AssessmentId assessment, int openGates, int openObjections) {

    public Optional<AssessmentId> findAssessment() {
        return Optional.ofNullable(assessment);
    }
}
