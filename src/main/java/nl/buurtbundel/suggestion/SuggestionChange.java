package nl.buurtbundel.suggestion;

import nl.buurtbundel.neighbourhood.NeighbourhoodCode;

/** What an edit of the catalogue would do to a suggestion that stands now. */
public record SuggestionChange(
        NeighbourhoodCode neighbourhood, String neighbourhoodName, String need, Headline before, Headline after) {}
