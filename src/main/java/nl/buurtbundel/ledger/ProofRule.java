package nl.buurtbundel.ledger;

/** What must hold in the book of a municipality, always. */
public enum ProofRule {
    /** All postings together are zero, and so are those of each transfer. */
    POSTINGS_SUM_TO_ZERO,
    /** The balance of each account is what its postings add up to. */
    BALANCES_RECOMPUTED,
    /** No guarded account has less than nothing left. */
    NOTHING_OVERDRAWN,
    /** What is held on each account is what its open reservations hold. */
    HELD_BY_OPEN_RESERVATIONS,
    /** A posted reservation moved its own amount once, a pending or voided one nothing. */
    RESERVATIONS_RESOLVED_ONCE,
    /** The lots on each account add up to its balance, so that every cent has an origin. */
    EVERY_CENT_HAS_AN_ORIGIN,
    /** The balance after each posting is what the postings up to it add up to. */
    BALANCES_AT_ANY_DATE,
    /** What the council adopted for a task field in a year is all somewhere, from not yet released to paid. */
    APPROPRIATIONS_ACCOUNTED_FOR,
    /** What other payers gave in a year is all somewhere: not used yet, granted, paid, or gone back. */
    CONTRIBUTIONS_ACCOUNTED_FOR,
    /** Transfers are numbered without a gap: none was removed. */
    NUMBERS_WITHOUT_GAP
}
