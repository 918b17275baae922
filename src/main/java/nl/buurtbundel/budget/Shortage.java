package nl.buurtbundel.budget;

import java.time.LocalDate;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;

/**
 * A task field with too little of the council’s money for what came free in it. It is booked by itself in the night after the
 * amount was raised.
 *
 * @param waiting what came free and waits, of all plans together
 * @param since the day from which the first of it could have been used
 * @param lacking by how much the amount must be raised at least
 */
public record Shortage(FiscalYear year, String taskField, Money waiting, LocalDate since, Money lacking) {}
