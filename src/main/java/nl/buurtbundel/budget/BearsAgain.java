package nl.buurtbundel.budget;

import nl.buurtbundel.money.Money;

/**
 * What others gave, a decision granted and a year gave back bears the plan again, under that decision. Fired in the same
 * transaction: an observer that fails undoes it.
 */
public record BearsAgain(String reference, Money amount) {}
