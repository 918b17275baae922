package nl.buurtbundel.outcome;

/** Somebody asked for another helper. */
public record HelperAskedId(long value) {}
