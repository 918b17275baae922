package nl.buurtbundel.ledger;

import nl.buurtbundel.money.Money;

/** What is on all accounts of a kind in a year, and what of that is held. */
public record KindTotal(AccountKind kind, long accounts, Money balance, Money held) {
    public Money available() {
        return balance.minus(held);
    }
}
