package nl.buurtbundel.opportunity;

import java.time.YearMonth;
import java.util.List;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;

/**
 * All neighbourhoods of the municipality, as published for one month.
 *
 * @param total of the municipality; counts a household once for each need
 */
public record Overview(YearMonth month, List<Place> places, PublishedCell total) {

    public Overview {
        places = List.copyOf(places);
    }

    /**
     * @param total counts a household once for each need
     * @param needs the needs of which something may be shown, by code
     */
    public record Place(NeighbourhoodCode code, String name, PublishedCell total, List<String> needs) {

        public Place {
            needs = List.copyOf(needs);
        }
    }
}
