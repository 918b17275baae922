package nl.buurtbundel.spending;

import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a municipality sets once.
 *
 * @param onePage below this amount, all that is spent on a plan fits one page
 * @param differencePercent from which difference on a line asks for a reason at the end
 * @param account the account from which is paid; null where any statement is taken
 * @param holder in whose name that account is; may be empty
 */
record SpendingRule(
        Money onePage, int differencePercent, @Nullable Iban account, String holder) {}
