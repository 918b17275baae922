package nl.buurtbundel.ledger;

/** @param repeated the same command had been carried out before: nothing was done now */
public record Receipt(TransferId transfer, boolean repeated) {}
