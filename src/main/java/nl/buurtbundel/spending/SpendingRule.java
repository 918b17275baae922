package nl.buurtbundel.spending;

import nl.buurtbundel.money.Money;

/**
 * What a municipality sets once.
 *
 * @param onePage below this amount, all that is spent on a plan fits one page
 * @param differencePercent from which difference on a line asks for a reason at the end
 * @param account the number of the account from which is paid (IBAN); empty where any statement is taken
 * @param accountHolder in whose name that account is; empty where no payment file is made
 */
record SpendingRule(Money onePage, int differencePercent, String account, String accountHolder) {}
