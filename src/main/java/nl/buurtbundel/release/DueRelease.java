package nl.buurtbundel.release;

import java.time.LocalDate;
import nl.buurtbundel.initiative.InitiativeId;

/**
 * A plan of which the release waits for the team.
 *
 * @param dueOn when the first step is due
 * @param late that day is over
 */
public record DueRelease(InitiativeId plan, String title, LocalDate dueOn, boolean late) {}
