package nl.buurtbundel.signal;

/** Signals that a person found to be about one thing. */
public record PatternId(long value) {}
