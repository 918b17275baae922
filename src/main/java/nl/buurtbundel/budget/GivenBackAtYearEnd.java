package nl.buurtbundel.budget;

import nl.buurtbundel.money.Money;

/** What a plan had left of a year went back by the rule of its decision. Fired in the same transaction: an observer that fails undoes it. */
public record GivenBackAtYearEnd(String reference, Money amount) {}
