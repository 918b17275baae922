package nl.buurtbundel.access;

import java.time.Instant;

/**
 * A step that somebody took for the municipality, for a room that adds up how long such steps take.
 *
 * @param by who took it: to tell two people apart, and never to be shown
 * @param office what that person is for the municipality now
 * @param action what was done, as {@code room.verb}
 * @param subject the opaque id of what it was done to
 */
public record StaffDeed(
        Instant at, UserId by, Role office, String action, String subjectType, String subject, String details) {}
