package nl.buurtbundel.decision;

/** What became of reserved money. */
enum ReservationResult {
    RESERVED,
    POSTED,
    VOIDED
}
