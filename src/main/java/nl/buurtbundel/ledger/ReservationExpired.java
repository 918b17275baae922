package nl.buurtbundel.ledger;

/** What was held past its last day is free again; whoever had it held can no longer count on it. */
public record ReservationExpired(ReservationId reservation) {}
