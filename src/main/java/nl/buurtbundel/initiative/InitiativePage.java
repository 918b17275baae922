package nl.buurtbundel.initiative;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.suggestion.SuggestionId;
import org.jspecify.annotations.Nullable;

/**
 * A plan as a neighbour sees it.
 *
 * @param version the version seen, to send along with a command
 * @param suggestion the idea of the municipality that it began with, if any
 * @param proposal where the proposal to decide on it stands, once it was advised
 * @param mine the reader started it
 * @param assignedToMe the reader is the worker who knows the households of this plan
 * @param granted what decisions gave it in all; null when none did, also once it has ended
 * @param startedOn from when it really runs, trial included; null before
 * @param trialEndsOn until when the trial was promised, or the day on which it ended
 * @param endAskedOn when whoever began it asked the team to end it
 * @param questions what the team asked and was answered, for the initiator, the team and those who decide only
 */
public record InitiativePage(
        InitiativeId id,
        int version,
        int planVersion,
        NeighbourhoodCode neighbourhood,
        @Nullable SuggestionId suggestion,
        Plan plan,
        Stage stage,
        boolean enough,
        @Nullable LocalDate cutOff,
        @Nullable Office owner,
        ProposalStanding proposal,
        @Nullable LocalDate dueOn,
        @Nullable Office escalatedTo,
        boolean mine,
        boolean assignedToMe,
        @Nullable Money granted,
        @Nullable LocalDate startedOn,
        @Nullable LocalDate trialEndsOn,
        @Nullable LocalDate endAskedOn,
        List<TeamQuestion> questions,
        List<TimelineEntry> timeline) {
    public InitiativePage {
        questions = List.copyOf(questions);
        timeline = List.copyOf(timeline);
    }

    /** The question that waits for an answer. */
    public Optional<TeamQuestion> openQuestion() {
        return questions.stream().filter(TeamQuestion::waits).findFirst();
    }

    /**
     * Until when the neighbourhood is best asked: until the day before the plan begins at most, so that nobody is free to leave what
     * already runs, but never too short for an answer.
     */
    public LocalDate proposedCutOff(LocalDate today) {
        LocalDate usual = today.plusDays(Initiative.USUAL_ASKING_DAYS);
        LocalDate least = today.plusDays(Initiative.SHORTEST_ASKING_DAYS);
        LocalDate beforeStart = plan.intendedStart().minusDays(1);
        LocalDate last = beforeStart.isBefore(usual) ? beforeStart : usual;
        return last.isBefore(least) ? least : last;
    }

    /** Until when the trial was promised, where ending it on this day would be earlier than that. */
    public Optional<LocalDate> trialPromisedAfter(LocalDate day) {
        return Optional.ofNullable(trialEndsOn).filter(end -> stage == Stage.TRIAL && end.isAfter(day));
    }

    /** The reader began it, and its year is over: now it is theirs to account for. */
    public boolean isMineToAccountFor(LocalDate today) {
        return mine && stage.allows(Stage.ACCOUNTED_FOR) && dueOn != null && !today.isBefore(dueOn);
    }
}
