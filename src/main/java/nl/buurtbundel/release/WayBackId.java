package nl.buurtbundel.release;

/** Somebody’s way back to their own help. */
public record WayBackId(long value) {}
