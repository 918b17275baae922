package nl.buurtbundel.spending;

import java.time.LocalDate;
import nl.buurtbundel.money.Money;

/**
 * Agreed with an organisation.
 *
 * @param version the version seen, to send along with a command
 * @param free what no bill has claimed yet
 */
public record CommitmentSummary(
        CommitmentId id,
        int version,
        BudgetLineId line,
        String withWhom,
        String what,
        Money amount,
        Money paid,
        Money free,
        LocalDate until,
        boolean open) {}
