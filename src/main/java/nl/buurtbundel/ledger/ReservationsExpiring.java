package nl.buurtbundel.ledger;

import java.util.List;

/**
 * What is held past its last day will be set free in this transaction. Told before the book is opened: who locks rows before
 * the book lets go here.
 */
public record ReservationsExpiring(List<ReservationId> reservations) {
    public ReservationsExpiring {
        reservations = List.copyOf(reservations);
    }
}
