package nl.buurtbundel.decision;

import java.time.LocalDate;
import java.util.Set;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;

/**
 * What is asked of the mandate table.
 *
 * @param total over all years, so that slicing a grant into years gives nobody more power
 * @param withinAppropriation whether all of it fits in what the council appropriated
 */
public record MandateQuestion(
        Money total,
        Set<String> taskFields,
        int years,
        NeighbourhoodCode neighbourhood,
        int households,
        LocalDate on,
        boolean withinAppropriation) {

    public MandateQuestion {
        taskFields = Set.copyOf(taskFields);
        if (!total.isPositive() || years < 1 || households < 0) {
            throw new IllegalArgumentException("nothing to decide on");
        }
    }
}
