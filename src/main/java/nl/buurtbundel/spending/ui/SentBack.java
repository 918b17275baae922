package nl.buurtbundel.spending.ui;

import com.vaadin.flow.component.html.Anchor;
import java.util.Locale;
import java.util.Objects;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.spending.ExpenseState;
import nl.buurtbundel.spending.ExpenseSummary;

/** Tells who booked an expense that it came back, and why. */
final class SentBack {
    private SentBack() {}

    static Notice notice(Locale locale, ExpenseSummary expense) {
        if (expense.state() == ExpenseState.CAME_BACK) {
            return Notice.warning(Messages.text(locale, "spending.came-back", expense.purpose()));
        }
        return Notice.warning(Messages.text(
                locale,
                "spending.sent-back",
                expense.purpose(),
                Objects.requireNonNullElse(expense.whySentBack(), "")));
    }

    /** With the way to book it anew. */
    static Notice leading(Locale locale, ExpenseSummary expense) {
        return notice(locale, expense)
                .with(new Anchor(
                        SpendingNavigation.bookAnew(expense.initiative(), expense.id()),
                        Messages.text(locale, "spending.book.anew")));
    }
}
