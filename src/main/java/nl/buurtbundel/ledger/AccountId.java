package nl.buurtbundel.ledger;

/** An account of the ledger. */
public record AccountId(long value) {}
