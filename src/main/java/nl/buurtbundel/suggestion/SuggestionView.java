package nl.buurtbundel.suggestion;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.buurtbundel.catalogue.Text;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/**
 * A suggestion with its whole sum, for the team.
 *
 * @param current whether the numbers and the catalogue are still as they were when it was made
 * @param invitedOn when the neighbourhood was invited; from then on residents can see the idea
 * @param others what else there is for this need
 */
public record SuggestionView(
        SuggestionId id,
        NeighbourhoodCode neighbourhood,
        String neighbourhoodName,
        Instant madeAt,
        boolean current,
        @Nullable LocalDate invitedOn,
        Sum sum,
        List<Other> others) {

    public SuggestionView {
        others = List.copyOf(others);
    }

    /** Another alternative for the same need, not frozen yet. */
    public record Other(String alternative, Text name, Headline headline) {}
}
