package nl.buurtbundel.ledger;

import nl.buurtbundel.money.Money;

/** An account with what is on it, what of that is held for decisions to come, and what is left. */
public record AccountSummary(AccountId id, AccountKey key, Money balance, Money held, Money available) {}
