package nl.buurtbundel.assessment;

import java.util.Optional;
import nl.buurtbundel.initiative.InitiativeSummary;
import nl.buurtbundel.initiative.Office;
import nl.buurtbundel.initiative.ProposalStanding;
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

    /** The team has the next step: it assesses, or proposes a decision as long as none waits. */
    public boolean isTeamsTurn() {
        return initiative.owner() == Office.NEIGHBOURHOOD_TEAM;
    }

    /** What the team proposed came back without a decision. */
    public boolean cameBack() {
        return initiative.proposal() == ProposalStanding.CAME_BACK;
    }

    public Optional<AssessmentId> findAssessment() {
        return Optional.ofNullable(assessment);
    }
}
