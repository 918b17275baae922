package nl.buurtbundel.ledger;

/** One movement of money. */
public record TransferId(long value) {}
