package nl.buurtbundel.spending;

import java.util.List;

/**
 * What the page of a plan tells of its money.
 *
 * @param mayBook the reader may book an expense
 * @param sentBack the reader’s own expenses that came back, to be booked anew
 */
public record SpendingOnPlan(List<LineFigures> lines, boolean mayBook, List<ExpenseSummary> sentBack) {

    public SpendingOnPlan {
        lines = List.copyOf(lines);
        sentBack = List.copyOf(sentBack);
    }
}
