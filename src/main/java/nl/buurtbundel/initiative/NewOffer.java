package nl.buurtbundel.initiative;

import nl.buurtbundel.foundation.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What a neighbour wants to do for a plan.
 *
 * @param paid the neighbour wants to be paid for it, and therefore has no say in the decision
 */
public record NewOffer(
        OfferKind kind, String description, @Nullable Integer hoursAWeek, boolean paid) {
    public NewOffer {
        description = Texts.required(description, 500, "initiative.error.offer");
        if (hoursAWeek != null && (hoursAWeek < 1 || hoursAWeek > 40)) {
            throw new Refusal("initiative.error.offer-hours");
        }
    }
}
