package nl.buurtbundel.outcome;

import java.time.LocalDate;

/**
 * Somebody who waits for another helper, as the team works on it.
 *
 * @param version the version seen, to send along with a command
 * @param who as the person calls themselves
 */
public record WaitsForHelp(HelperAskedId id, int version, String who, LocalDate askedOn) {}
