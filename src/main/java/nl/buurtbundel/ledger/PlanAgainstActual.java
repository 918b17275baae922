package nl.buurtbundel.ledger;

import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/**
 * What was meant for one reference in a year out of the money of one task field, and what became of it. What is planned is
 * paid, left, gone back or carried over, to the cent.
 *
 * @param reference what the money was granted for
 * @param neighbourhood null for what belongs to none in particular
 * @param taskField that the council adopted the money for
 * @param planned granted for this year, and what came along from the year before
 * @param paid left the municipality
 * @param left still to be spent
 * @param returned went back because the plan or its year ended
 * @param carriedOver went on to the next year, by decision of the council
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

    public boolean addsUp() {
        return planned.equals(paid.plus(left).plus(returned).plus(carriedOver));
    }
}
