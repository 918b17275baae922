package nl.buurtbundel.access;

import java.time.Instant;

/**
 * One look at a person's data, as that person may see it.
 *
 * @param activity a message key that says what for
 */
public record Look(Instant at, String activity) {}
