package nl.buurtbundel.suggestion;

import nl.buurtbundel.catalogue.Text;
import nl.buurtbundel.opportunity.Opportunity;
import org.jspecify.annotations.Nullable;

/**
 * An opportunity with the best that we can propose for it.
 *
 * @param suggestion null when the catalogue has nothing for it or its amounts are not shown
 */
public record SuggestionCard(
        Opportunity opportunity, @Nullable Proposed suggestion) {

    /**
     * What is proposed.
     *
     * @param joining how many likely join; null outside the team
     */
    public record Proposed(
            SuggestionId id,
            Text alternative,
            Headline headline,
            @Nullable Joining joining) {}

    /** How many households likely join, of those that can. */
    public record Joining(int likely, int eligible) {}
}
