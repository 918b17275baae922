package nl.buurtbundel.budget;

import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;

/**
 * The money of a team in one year, as the book has it.
 *
 * @param version the version seen, to send along with a command
 * @param taskField whose money it is
 * @param total what the budget holder put in
 * @param held agreed on, and not paid yet
 * @param paid by the card of the team
 * @param free what the team can still agree on
 */
public record TeamPotSummary(
        TeamPotId id,
        int version,
        NeighbourhoodCode neighbourhood,
        FiscalYear year,
        String taskField,
        Money total,
        Money held,
        Money paid,
        Money free) {}
