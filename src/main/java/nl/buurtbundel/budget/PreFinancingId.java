package nl.buurtbundel.budget;

/** An arrangement to bear costs until release is realised. */
public record PreFinancingId(long value) {}
