package nl.buurtbundel.access;

import java.time.Instant;

/**
 * Somebody had the file outside the database made anew: what the log was before that, only older copies of the file can tell.
 *
 * @param link the first that the new file holds
 */
public record AnchorMadeAnew(Instant at, long link) {}
