package nl.buurtbundel.assessment;

import java.util.Optional;
import nl.buurtbundel.initiative.InitiativeSummary;
import org.jspecify.annotations.Nullable;

/**
 * A plan on the team’s list of work.
 *
 * @param assessment null while nobody has begun with this version
 * @param openGates how many the law asks that are not checked yet; null while nobody knows, because nobody has begun
 */
public record QueueItem(
        InitiativeSummary initiative,
        @Nullable AssessmentId assessment,
        @Nullable Integer openGates,
        int openObjections) {

    public Optional<AssessmentId> findAssessment() {
        return Optional.ofNullable(assessment);
    }
}
