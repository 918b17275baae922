package nl.buurtbundel.budget;

import java.util.List;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;

/**
 * An agreement with another payer, and what became of its money.
 *
 * @param received in all, never more than agreed
 * @param cameBack of what a decision granted, and is there still: moved to a next year it bears the plan again, under that
 *     decision
 * @param years in which something of it was booked, the oldest first; the year of the agreement in any case
 */
public record ContributionSummary(
        ContributionId id, NewContribution agreement, Money received, Money cameBack, List<OfYear> years) {

    public ContributionSummary {
        years = List.copyOf(years);
    }

    /** What may still come by the agreement. */
    public Money outstanding() {
        return agreement.agreed().minus(received);
    }

    /** What of an amount that moves to the next year bears the plan there; the rest waits for a decision. */
    public Money bearsAgain(Money amount) {
        return amount.min(cameBack);
    }

    /**
     * The money of one year. What came in is there, used, given back or moved on, to the cent.
     *
     * @param received from the payer
     * @param movedIn left over of the year before
     * @param used granted to the plan, paid or not, less what of it went on to the next year
     * @param returned to the payer
     * @param movedOn to the next year
     * @param there bears nothing yet, or is held for a proposal
     * @param free of what is there: held for nothing
     */
    public record OfYear(
            FiscalYear year,
            Money received,
            Money movedIn,
            Money used,
            Money returned,
            Money movedOn,
            Money there,
            Money free) {

        public boolean addsUp() {
            return received.plus(movedIn).equals(there.plus(used).plus(returned).plus(movedOn));
        }
    }
}
