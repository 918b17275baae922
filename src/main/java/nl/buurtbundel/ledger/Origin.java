package nl.buurtbundel.ledger;

import java.time.LocalDate;
import java.util.List;
import nl.buurtbundel.money.Money;

/**
 * Where an amount came from, the last step first and the council or another payer last.
 *
 * @param amount what came in along this way
 * @param remaining what of it is still there
 */
public record Origin(Money amount, Money remaining, List<Step> steps) {

    /** Stands where a task field stands, for money that the council adopted for none: another payer gave it. */
    public static final String OF_OTHERS = "others";

    public Origin {
        steps = List.copyOf(steps);
    }

    /**
     * One transfer on the way.
     *
     * @param fromAccount the account that gave
     */
    public record Step(
            TransferId transfer,
            long number,
            LocalDate on,
            Reason reason,
            String reference,
            AccountKey from,
            AccountId fromAccount,
            AccountKey to) {}
}
