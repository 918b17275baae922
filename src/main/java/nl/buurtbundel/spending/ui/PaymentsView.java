package nl.buurtbundel.spending.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.List;
import nl.buurtbundel.foundation.ui.EmptyState;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.spending.ExpenseSummary;
import nl.buurtbundel.spending.Expenses;
import nl.buurtbundel.spending.Receipts;

/** What was approved and waits for the budget holder, paid one after the other; each leads to all figures of its plan. */
@CdiComponent
@Route(SpendingNavigation.PAYMENTS)
class PaymentsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Expenses expenses;
    private final transient Receipts receipts;

    @Inject
    PaymentsView(Expenses expenses, Receipts receipts) {
        this.expenses = expenses;
        this.receipts = receipts;
        addClassNames("bb-page", "bb-stack");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("spending.payments.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private void show() {
        List<ExpenseSummary> waiting = expenses.listToPay();
        removeAll();
        add(
                new H1(getPageTitle()),
                new Paragraph(getTranslation("spending.payments.explained")),
                new Anchor(SpendingNavigation.bank(), getTranslation("spending.bank.from-payments")));
        if (waiting.isEmpty()) {
            add(new EmptyState(getTranslation("spending.payments.none-waiting")));
            return;
        }
        add(
                new Anchor(SpendingNavigation.order(), getTranslation("spending.order.from-payments")),
                new ExpensesPart(expenses, receipts, this::showDone)
                        .waiting(getTranslation("spending.payments.waiting"), waiting));
    }

    private void showDone(String done) {
        show();
        Notice.tell(this, getTranslation(done)).focused();
    }
}
