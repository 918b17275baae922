package nl.buurtbundel.decision;

/** A rule as it stands in the table. */
public record MandateLine(MandateId id, int version, MandateRule rule) {}
