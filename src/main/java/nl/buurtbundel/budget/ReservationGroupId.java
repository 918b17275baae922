package nl.buurtbundel.budget;

/** Everything that is held for one proposal. */
public record ReservationGroupId(long value) {}
