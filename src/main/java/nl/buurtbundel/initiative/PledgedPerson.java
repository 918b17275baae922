package nl.buurtbundel.initiative;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An adult whose household takes part, for the room that releases individual money and for nobody else.
 *
 * @param subject the opaque id of a person in the files, or {@code user:} and a number for who is not in them
 * @param pledge the same for adults of one household
 * @param lastDay the last day of taking part, for who is leaving
 * @param definite the own help may change; false before the start and during a trial, when every release stays planned
 */
public record PledgedPerson(
        String subject,
        PledgeId pledge,
        LocalDate joinedOn,
        @Nullable LocalDate lastDay,
        boolean definite) {}
