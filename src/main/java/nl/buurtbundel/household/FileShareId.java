package nl.buurtbundel.household;

/** What somebody lets a helper look at. */
public record FileShareId(long value) {}
