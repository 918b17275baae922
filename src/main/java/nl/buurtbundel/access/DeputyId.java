package nl.buurtbundel.access;

/** A line that says who stands in for whom. */
public record DeputyId(long value) {}
