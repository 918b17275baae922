package nl.buurtbundel.decision;

/** A line of what the council authorises. */
public record AuthorisationId(long value) {}
