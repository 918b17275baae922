package nl.buurtbundel.initiative;

import java.time.LocalDate;
import java.util.List;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.suggestion.SuggestionId;
import org.jspecify.annotations.Nullable;

/**
 * A plan as a neighbour sees it.
 *
 * @param version the version seen, to send along with a command
 * @param suggestion the idea of the municipality that it began with, if any
 * @param mine the reader started it
 * @param assignedToMe the reader is the worker who knows the households of this plan
 * @param questions what the team asks, for the initiator and the team only
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
        @Nullable LocalDate dueOn,
        @Nullable Office escalatedTo,
        boolean mine,
        boolean assignedToMe,
        @Nullable String questions,
        List<TimelineEntry> timeline) {
    public InitiativePage {
        timeline = List.copyOf(timeline);
    }
}
