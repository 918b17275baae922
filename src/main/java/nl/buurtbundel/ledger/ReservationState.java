package nl.buurtbundel.ledger;

/** A reservation is resolved at most once. */
public enum ReservationState {
    PENDING,
    POSTED,
    VOIDED
}
