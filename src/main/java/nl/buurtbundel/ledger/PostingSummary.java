package nl.buurtbundel.ledger;

import nl.buurtbundel.money.Money;

/**
 * A transfer seen from one account.
 *
 * @param other the account on the other side
 * @param amount what came in (above zero) or went out (below zero)
 * @param balanceAfter what the postings up to and including this one add up to
 */
public record PostingSummary(TransferSummary transfer, AccountId other, Money amount, Money balanceAfter) {}
