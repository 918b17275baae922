package nl.buurtbundel.initiative;

/** What one neighbour can do for a plan. */
public record OfferId(long value) {}
