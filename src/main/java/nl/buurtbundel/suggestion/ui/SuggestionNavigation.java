package nl.buurtbundel.suggestion.ui;

import nl.buurtbundel.suggestion.SuggestionId;

/** Where the screens of this room are. */
public final class SuggestionNavigation {
    static final String SUGGESTION = "suggestie";
    static final String IDEAS = "in-mijn-buurt";
    /** A screen of a later room, which starts a plan; with an idea as parameter, from that idea. */
    static final String START_PLAN = "buurtplan/nieuw";

    static final String IDEA = "idee";

    private SuggestionNavigation() {}

    public static String suggestion(SuggestionId id) {
        return SUGGESTION + "/" + id.value();
    }

    /** Ideas for the resident’s own neighbourhood. */
    public static String ideas() {
        return IDEAS;
    }
}
