package nl.buurtbundel.budget;

/** An agreement with another payer. */
public record ContributionId(long value) {}
