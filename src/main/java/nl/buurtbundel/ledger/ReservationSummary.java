package nl.buurtbundel.ledger;

import java.time.LocalDate;
import java.util.List;
import nl.buurtbundel.money.Money;

/**
 * Money that is or was held.
 *
 * @param lines as they were held
 */
public record ReservationSummary(
        ReservationId id,
        String reference,
        Reason reason,
        ReservationState state,
        LocalDate expiresOn,
        List<NewReservation.Line> lines) {

    public Money total() {
        return Money.sum(lines.stream().map(NewReservation.Line::amount).toList());
    }
}
