package nl.buurtbundel.spending;

import nl.buurtbundel.money.Money;

/**
 * What a municipality sets once.
 *
 * @param onePage below this amount, all that is spent on a plan fits one page
 * @param differencePercent from which difference on a line asks for a reason at the end
 */
record SpendingRule(Money onePage, int differencePercent) {}
