package nl.buurtbundel.ledger;

/** Money held for a decision that is still to be taken. */
public record ReservationId(long value) {}
