package nl.buurtbundel.initiative;

/** The yes of one household to one plan. */
public record PledgeId(long value) {}
