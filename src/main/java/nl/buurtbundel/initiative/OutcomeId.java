package nl.buurtbundel.initiative;

/** Of what a circle handed over of its own plan. */
public record OutcomeId(long value) {}
