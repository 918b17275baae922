package nl.buurtbundel.catalogue;

/** A cost that somebody else comes to bear; shown apart, never in the sum of the municipality. */
public record MovedCost(Payer payer, CostLine line) {}
