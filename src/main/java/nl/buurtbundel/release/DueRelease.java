package nl.buurtbundel.release;

import java.time.LocalDate;
import nl.buurtbundel.initiative.InitiativeId;

/**
 * A plan of which the release waits for the team.
 *
 * @param dueOn when the first step is due
 * @param late that day is over
 * @param callsOff an order is to be called off first: the household left, and its help goes on
 */
public record DueRelease(InitiativeId plan, String title, LocalDate dueOn, boolean late, boolean callsOff) {}
