package nl.buurtbundel.budget;

import java.time.LocalDate;
import nl.buurtbundel.money.Money;

/**
 * What the council adopted for a task field, as it was booked.
 *
 * @param source the council’s decision
 * @param corrected a counter-transfer undid it; it stays in the book
 */
public record AppropriationEntry(
        String taskField, Money amount, boolean forInitiatives, String source, LocalDate bookedOn, boolean corrected) {

    /** What still stands of it. */
    public Money standing() {
        return corrected ? Money.ZERO : amount;
    }
}
