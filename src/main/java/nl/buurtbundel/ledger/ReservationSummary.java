package nl.buurtbundel.ledger;

import java.time.LocalDate;
import java.util.List;
import nl.buurtbundel.money.Money;

/**
 * Money that is or was held.
 *
 * @param lines as they were held
 * @param posted what of it went where it was meant to go
 */
public record ReservationSummary(
        ReservationId id,
        String reference,
        Reason reason,
        ReservationState state,
        LocalDate expiresOn,
        List<NewReservation.Line> lines,
        Money posted) {

    public Money total() {
        return Money.sum(lines.stream().map(NewReservation.Line::amount).toList());
    }
}
