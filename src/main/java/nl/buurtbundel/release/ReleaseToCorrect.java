package nl.buurtbundel.release;

import java.time.LocalDate;
import java.util.List;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.ledger.AccountId;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;

/**
 * More stands in the budget than came free of one household’s help. It says which bookings to counter; whose help it was it
 * does not say.
 *
 * @param posted what stands in the budget now
 * @param cameFree what it should be
 */
public record ReleaseToCorrect(
        InitiativeId initiative,
        String plan,
        NeighbourhoodCode neighbourhood,
        FiscalYear year,
        Money posted,
        Money cameFree,
        LocalDate notedOn,
        List<Booking> bookings) {
    public ReleaseToCorrect {
        bookings = List.copyOf(bookings);
    }

    public Money tooMuch() {
        return posted.minus(cameFree);
    }

    /**
     * What to counter.
     *
     * @param number its place in the book
     * @param account where it stands
     */
    public record Booking(long number, Money amount, AccountId account) {}
}
