package nl.buurtbundel.decision;

import nl.buurtbundel.money.Money;

/**
 * The cost of a plan against two different things that are never mixed.
 *
 * @param cost what it costs in a year, start-up spread
 * @param spentToday what is spent today on everybody with this need
 * @param replaced what of that it likely replaces
 */
public record CostAgainstToday(Money cost, Money spentToday, Money replaced) {}
