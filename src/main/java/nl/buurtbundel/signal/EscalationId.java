package nl.buurtbundel.signal;

/** A plan that is stuck, and for which somebody asked who may break through. */
public record EscalationId(long value) {}
