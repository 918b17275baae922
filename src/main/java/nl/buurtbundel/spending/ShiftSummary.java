package nl.buurtbundel.spending;

import java.time.LocalDate;
import nl.buurtbundel.money.Money;

/** Money that the team moved from one budget line to another. */
public record ShiftSummary(BudgetLineId from, BudgetLineId to, Money amount, String reason, LocalDate on) {}
