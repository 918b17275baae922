package nl.buurtbundel.release;

import nl.buurtbundel.money.Money;

/**
 * One year of a plan. The two are never added up: what is realised was planned before.
 *
 * @param planned what was planned of all who take part, also of those whose help has stopped
 * @param likelyLow that, with what may not come true by the steps that were reached
 * @param likely the same, as is most likely
 * @param likelyHigh the same, if nearly all of it comes true
 * @param realised what came free, be it in the budget or on its way there
 * @param late what came free after the year was closed, and is on no way there
 */
public record PlannedAgainstRealised(
        Money planned, Money likelyLow, Money likely, Money likelyHigh, Money realised, Money late) {
    static final PlannedAgainstRealised NOTHING =
            new PlannedAgainstRealised(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);

    static PlannedAgainstRealised realised(Money amount) {
        return new PlannedAgainstRealised(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, amount, Money.ZERO);
    }

    static PlannedAgainstRealised late(Money amount) {
        return new PlannedAgainstRealised(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, amount);
    }

    PlannedAgainstRealised plus(PlannedAgainstRealised other) {
        return new PlannedAgainstRealised(
                planned.plus(other.planned),
                likelyLow.plus(other.likelyLow),
                likely.plus(other.likely),
                likelyHigh.plus(other.likelyHigh),
                realised.plus(other.realised),
                late.plus(other.late));
    }
}
