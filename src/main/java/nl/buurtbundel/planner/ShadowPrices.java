package nl.buurtbundel.planner;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import nl.buurtbundel.money.Money;

/**
 * What one more of something would add to the yearly result. Households and places: the opened groups staying as they are,
 * exact unless the total ceiling binds at these groups; then it is what is left after paying the ceiling's price. Euros of
 * the total ceiling: other groups may open and close, so it is a rate to reckon with for larger sums and never a promise for
 * a single euro, which opens no group.
 *
 * @param household by id of the class: one more household that joins
 * @param place by id of an opened alternative: room for one more household in its groups
 * @param ceilingEuro result for each euro more under the total ceiling; nothing if it does not bind
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
