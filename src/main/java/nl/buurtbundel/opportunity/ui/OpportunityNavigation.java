package nl.buurtbundel.opportunity.ui;

import nl.buurtbundel.neighbourhood.NeighbourhoodCode;

/** Where the screens of this room are. */
public final class OpportunityNavigation {
    static final String NEIGHBOURHOODS = "buurten";

    private OpportunityNavigation() {}

    /** The map and the list. */
    public static String neighbourhoods() {
        return NEIGHBOURHOODS;
    }

    /** One neighbourhood with its opportunities and what we propose. */
    public static String neighbourhood(NeighbourhoodCode code) {
        return NEIGHBOURHOODS + "/" + code.value();
    }
}
