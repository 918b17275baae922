package nl.buurtbundel.decision;

/** A decision on an initiative. */
public record DecisionId(long value) {}
