package nl.buurtbundel.decision;

/** A case for which a team asks a small amount. */
public record MiniBudgetId(long value) {}
