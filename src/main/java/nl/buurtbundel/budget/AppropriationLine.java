package nl.buurtbundel.budget;

import nl.buurtbundel.money.Money;

/**
 * What the council adopted for a task field.
 *
 * @param forInitiatives meant for initiatives themselves: it bears a grant without a release. All else bears individual
 *     provisions, until one of them is released
 */
public record AppropriationLine(String taskField, Money amount, boolean forInitiatives) {}
