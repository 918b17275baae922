package nl.buurtbundel.provision;

import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Period;

/**
 * The provider declared what was delivered (message 323).
 *
 * @param amount negative for a credit, which takes an earlier declaration back
 */
public record DeclaredCostCommand(
        AllocationNumber number, ProviderCode provider, Bsn bsn, Period period, long volume, Unit unit, Money amount)
        implements ReportCommand {}
