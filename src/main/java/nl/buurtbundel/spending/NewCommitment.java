package nl.buurtbundel.spending;

import java.time.LocalDate;
import nl.buurtbundel.money.Money;

/**
 * What is agreed.
 *
 * @param withWhom an organisation or a role; never a person in need
 * @param until when the last bill is expected
 */
public record NewCommitment(BudgetLineId line, String withWhom, String what, Money amount, LocalDate until) {}
