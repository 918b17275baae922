package nl.buurtbundel.budget;

import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;

/**
 * What one level of escalation can bridge with in a year.
 *
 * @param version the version seen, to send along with a command
 * @param total free and out together; less than was set apart by what the budget bore itself
 * @param out paid ahead, and not settled yet
 */
public record BridgingBudgetSummary(
        int version, EscalationLevel level, FiscalYear year, String taskField, Money total, Money out, Money free) {}
