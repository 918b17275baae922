package nl.buurtbundel.budget;

/** The money of a team in one year. */
public record TeamPotId(long value) {}
