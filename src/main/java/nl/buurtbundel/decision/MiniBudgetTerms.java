package nl.buurtbundel.decision;

import nl.buurtbundel.money.Money;

/**
 * What a team may decide on by itself today.
 *
 * @param limit the most for one household in one year
 * @param colleagues how many must agree, besides who asks
 */
public record MiniBudgetTerms(Money limit, int colleagues) {}
