package nl.buurtbundel.assessment;

/** One assessment of one version of a plan. */
public record AssessmentId(long value) {}
