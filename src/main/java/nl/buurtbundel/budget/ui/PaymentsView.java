package nl.buurtbundel.budget.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.List;
import nl.buurtbundel.budget.PaymentSummary;
import nl.buurtbundel.budget.Payments;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.EmptyState;

/** The payments that wait for the budget holder; each is paid on the page of its pooled budget, with all the figures there. */
@CdiComponent
@Route(BudgetNavigation.PAYMENTS)
class PaymentsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Payments payments;

    @Inject
    PaymentsView(Payments payments) {
        this.payments = payments;
        addClassNames("bb-page", "bb-stack");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("budget.payments.title");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        List<PaymentSummary> waiting = payments.listWaiting();
        removeAll();
        add(new H1(getPageTitle()), new Paragraph(getTranslation("budget.payments.explained")));
        if (waiting.isEmpty()) {
            add(new EmptyState(getTranslation("budget.payments.none-waiting")));
            return;
        }
        Formats formats = Formats.of(getLocale());
        DataTable table = new DataTable(
                getTranslation("budget.payments.waiting"),
                DataTable.Column.text(getTranslation("budget.payments.plan")),
                DataTable.Column.text(getTranslation("budget.payments.purpose")),
                DataTable.Column.number(getTranslation("budget.waiting.amount")),
                DataTable.Column.text(getTranslation("budget.payments.prepared-on")));
        for (PaymentSummary payment : waiting) {
            table.rowOf(
                    new Anchor(
                            BudgetNavigation.pooledBudget(payment.initiative().value()), payment.planTitle()),
                    new Span(payment.purpose()),
                    new Span(formats.euros(payment.amount())),
                    new Span(formats.date(payment.preparedOn())));
        }
        add(table);
    }
}
