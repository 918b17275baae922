package nl.buurtbundel.release;

/** The road of one provision to the money of a plan: the same number as the release that is expected of it. */
public record ReleaseRoadId(long value) {}
