package nl.buurtbundel.decision;

import java.time.LocalDate;
import nl.buurtbundel.money.Money;

/**
 * What was granted of a plan.
 *
 * @param proposedOn when the first of it was proposed: before that day the plan cost nothing
 * @param amount of all its years and all decisions together
 */
public record PlanGrant(LocalDate proposedOn, Money amount) {}
