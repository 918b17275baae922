package nl.buurtbundel.signal;

/** A plan that can go on because a rule changed. */
public record RepairId(long value) {}
