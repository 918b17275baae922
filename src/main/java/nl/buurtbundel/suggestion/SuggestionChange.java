package nl.buurtbundel.suggestion;

import nl.buurtbundel.catalogue.Text;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/**
 * What an edit of the catalogue would do in a neighbourhood.
 *
 * @param before the sum of the edited alternative as it stands; null when it did not serve this need
 * @param after its sum after the edit; null when it would serve this need no more
 * @param proposedBefore what we propose for this need now; null for nothing
 * @param proposedAfter what we would propose after the edit
 */
public record SuggestionChange(
        NeighbourhoodCode neighbourhood,
        String neighbourhoodName,
        String need,
        @Nullable Headline before,
        @Nullable Headline after,
        @Nullable Text proposedBefore,
        @Nullable Text proposedAfter) {}
