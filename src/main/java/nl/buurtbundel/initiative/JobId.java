package nl.buurtbundel.initiative;

/** Paid work in a plan. */
public record JobId(long value) {}
