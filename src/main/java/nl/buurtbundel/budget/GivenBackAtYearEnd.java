package nl.buurtbundel.budget;

import nl.buurtbundel.money.Money;

/** What a plan had left of a year went back to where it came from. Fired in the same transaction: an observer that fails undoes it. */
public record GivenBackAtYearEnd(String reference, Money amount) {}
