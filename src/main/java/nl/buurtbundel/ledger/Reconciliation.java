package nl.buurtbundel.ledger;

import java.time.LocalDate;
import nl.buurtbundel.money.Money;

/**
 * A day and a task field in both books. The municipality’s own ledger is the book of record.
 *
 * @param there what it says was spent this year until the end of the day
 * @param here what was paid in this book
 */
public record Reconciliation(LocalDate day, String taskField, Money there, Money here) {

    /** Above zero: the municipality’s ledger has more. */
    public Money difference() {
        return there.minus(here);
    }

    public boolean agrees() {
        return difference().isZero();
    }
}
