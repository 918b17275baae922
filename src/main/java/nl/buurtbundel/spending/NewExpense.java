package nl.buurtbundel.spending;

import java.time.LocalDate;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An expense as it is booked.
 *
 * @param commitment the agreement that it belongs to, if any
 * @param purpose what it was for, in a few words
 * @param spentOn the day on the receipt
 */
public record NewExpense(
        BudgetLineId line, @Nullable CommitmentId commitment, Money amount, String purpose, LocalDate spentOn) {}
