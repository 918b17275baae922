package nl.buurtbundel.initiative;

/** Paid work in a plan, as everybody sees it who sees the plan. */
public record JobSummary(JobId id, int version, NewJob job) {}
