package nl.buurtbundel.budget;

import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;

/**
 * What came free for a year after that was closed. It is in the result of that year and not in any budget; the council may let it
 * into the current one.
 *
 * @param year that it came free for
 */
public record LateRelease(FiscalYear year, String taskField, Money amount) {}
