package nl.buurtbundel.planner;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import nl.buurtbundel.money.Money;

/**
 * What one more of something would add to the yearly result, the opened groups staying as they are. Without a binding total
 * ceiling the amounts for a household and a place are exact; with one they are what is left after paying the ceiling's
 * price. The price of a ceiling is a rate at the margin: money for each euro more.
 *
 * @param household by id of the class: one more household that joins
 * @param place by id of an opened alternative: room for one more household in its groups
 * @param ceilingEuro one more euro under the total ceiling
 * @param alternativeCeilingEuro by id of an opened alternative with a binding ceiling of its own: one more euro under it
 */
public record ShadowPrices(
        Map<String, Money> household,
        Map<String, Money> place,
        Money ceilingEuro,
        Map<String, Money> alternativeCeilingEuro) {

    public ShadowPrices {
        household = Collections.unmodifiableMap(new TreeMap<>(household));
        place = Collections.unmodifiableMap(new TreeMap<>(place));
        alternativeCeilingEuro = Collections.unmodifiableMap(new TreeMap<>(alternativeCeilingEuro));
    }
}
