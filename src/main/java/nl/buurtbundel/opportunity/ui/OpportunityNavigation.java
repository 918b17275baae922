package nl.buurtbundel.opportunity.ui;

import nl.buurtbundel.neighbourhood.NeighbourhoodCode;

/** Where the screens of this room are. */
public final class OpportunityNavigation {
    static final String NEIGHBOURHOODS = "buurten";
    static final String MONEY_SPREAD = "waar-zit-het-geld";

    private OpportunityNavigation() {}

    /** The map and the list. */
    public static String neighbourhoods() {
        return NEIGHBOURHOODS;
    }

    /** How the money is spread over households, in the whole municipality. */
    public static String moneySpread() {
        return MONEY_SPREAD;
    }

    /** One neighbourhood with its opportunities and what we propose. */
    public static String neighbourhood(NeighbourhoodCode code) {
        return NEIGHBOURHOODS + "/" + code.value();
    }
}
