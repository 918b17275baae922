package nl.buurtbundel.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;

/**
 * What is asked of the mandate table.
 *
 * @param total over all years, so that slicing a grant into years gives nobody more power
 * @param amendments what only the council can change in its budget, so that this can be paid; none where it fits
 */
public record MandateQuestion(
        Money total,
        Set<String> taskFields,
        int years,
        NeighbourhoodCode neighbourhood,
        int households,
        LocalDate on,
        List<Amendment> amendments) {

    public MandateQuestion {
        taskFields = Set.copyOf(taskFields);
        amendments = List.copyOf(amendments);
        if (!total.isPositive() || years < 1 || households < 0) {
            throw new IllegalArgumentException("nothing to decide on");
        }
    }
}
