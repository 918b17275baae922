package nl.buurtbundel.ledger;

import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/**
 * What was meant for one reference in a year out of the money of one task field, or of that of other payers, and what became of
 * it. What is planned is paid, left, gone back or carried over, to the cent.
 *
 * @param reference what the money was granted for
 * @param neighbourhood null for what belongs to none in particular
 * @param taskField that the council adopted the money for; {@link Origin#OF_OTHERS} for what other payers gave
 * @param planned granted for this year, and what came along from the year before
 * @param paid left the municipality
 * @param left still to be spent
 * @param returned went back because the plan or its year ended
 * @param carriedOver went on to the next year, by decision of the council or by the agreement with who gave it
 */
public record PlanAgainstActual(
        String reference,
        @Nullable NeighbourhoodCode neighbourhood,
        String taskField,
        Money planned,
        Money paid,
        Money left,
        Money returned,
        Money carriedOver) {

    /** Paid less than planned is negative. */
    public Money difference() {
        return paid.minus(planned);
    }

    /** Given by other payers, and by the council for no task field. */
    public boolean isOfOthers() {
        return taskField.equals(Origin.OF_OTHERS);
    }

    public boolean addsUp() {
        return planned.equals(paid.plus(left).plus(returned).plus(carriedOver));
    }
}
