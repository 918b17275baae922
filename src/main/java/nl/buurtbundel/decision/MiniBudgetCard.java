package nl.buurtbundel.decision;

import java.time.LocalDate;
import nl.buurtbundel.money.Money;

/**
 * What somebody who lays payments of the bank beside it gets to know of a mini-budget: nothing of what it is for.
 *
 * @param left what is held for it
 * @param from the first day on which the team can have paid from it
 * @param until the last day on which the bank can have booked it
 */
public record MiniBudgetCard(MiniBudgetId id, Money amount, Money left, LocalDate from, LocalDate until) {
    /** Whether a payment of this day can be its. */
    public boolean isAround(LocalDate paid) {
        return !paid.isBefore(from) && !paid.isAfter(until);
    }
}
