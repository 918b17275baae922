package nl.buurtbundel.spending;

import java.time.LocalDate;
import java.util.List;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/**
 * Plan against actual of one plan.
 *
 * @param onePage so little was granted that there is nothing to it but lines and expenses
 * @param availableNow what could be approved today; null for who does not approve
 * @param availableFrom the day from which there is money, where all of it was granted for later years
 * @param seesExpenses else there are none, nor what was agreed
 */
public record SpendingPage(
        InitiativeId plan,
        String title,
        NeighbourhoodCode neighbourhood,
        boolean onePage,
        boolean ended,
        List<LineFigures> lines,
        List<ExpenseSummary> expenses,
        List<CommitmentSummary> commitments,
        List<ShiftSummary> shifts,
        @Nullable Money availableNow,
        @Nullable LocalDate availableFrom,
        boolean seesExpenses,
        boolean mayBook,
        boolean mayKeepLines) {
    public SpendingPage {
        lines = List.copyOf(lines);
        expenses = List.copyOf(expenses);
        commitments = List.copyOf(commitments);
        shifts = List.copyOf(shifts);
    }
}
