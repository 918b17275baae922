package nl.buurtbundel.decision;

import java.util.List;
import nl.buurtbundel.budget.MonthlyCover;
import nl.buurtbundel.budget.PreFinancingSummary;
import nl.buurtbundel.suggestion.LikelyRelease;
import org.jspecify.annotations.Nullable;

/**
 * The first twelve months of a plan in money.
 *
 * @param months what realised release does not yet cover, month by month, and what bears it
 * @param likely what the suggestion expects to come free, as long as that is what the months reckon with
 * @param preFinancings the arrangements that can bear it, with limit and end date
 */
public record FirstYear(MonthlyCover months, @Nullable LikelyRelease likely, List<PreFinancingSummary> preFinancings) {
    public FirstYear {
        preFinancings = List.copyOf(preFinancings);
    }
}
