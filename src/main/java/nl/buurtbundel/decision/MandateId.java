package nl.buurtbundel.decision;

/** A line of the mandate table. */
public record MandateId(long value) {}
