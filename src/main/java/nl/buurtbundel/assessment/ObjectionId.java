package nl.buurtbundel.assessment;

/** Somebody’s “not allowed”. */
public record ObjectionId(long value) {}
