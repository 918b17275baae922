package nl.buurtbundel.spending.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEvent;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.spending.ExpenseSummary;
import nl.buurtbundel.spending.Expenses;
import nl.buurtbundel.spending.Receipts;
import nl.buurtbundel.spending.Spending;
import nl.buurtbundel.spending.SpendingPage;
import org.jspecify.annotations.Nullable;

/** Books one expense of a plan, from a phone in the shop; or mends one that was sent back. */
@CdiComponent
@Route(SpendingNavigation.BOOK)
class BookExpenseView extends Div implements HasUrlParameter<Long>, BeforeLeaveObserver, HasDynamicTitle {
    private final transient Spending spending;
    private final transient Expenses expenses;
    private final transient Receipts receipts;
    private final transient Clock clock;
    private @Nullable ExpenseForm form;

    @Inject
    BookExpenseView(Spending spending, Expenses expenses, Receipts receipts, Clock clock) {
        this.spending = spending;
        this.expenses = expenses;
        this.receipts = receipts;
        this.clock = clock;
        addClassNames("bb-page", "bb-stack");
    }

    @Override
    public String getPageTitle() {
        return getTranslation("spending.book");
    }

    @Override
    public void setParameter(BeforeEvent event, Long initiative) {
        SpendingPage page = spending.read(new InitiativeId(initiative));
        if (!page.mayBook()) {
            throw new NotFound();
        }
        ExpenseSummary anew =
                anew(page, event.getLocation().getQueryParameters().getParameters());
        removeAll();
        add(new H1(getPageTitle()), new Paragraph(page.title()));
        if (anew != null) {
            add(SentBack.notice(getLocale(), anew));
        }
        form = new ExpenseForm(
                expenses,
                receipts,
                page,
                anew,
                LocalDate.now(clock),
                done -> UI.getCurrent()
                        .navigate(SpendingView.class, page.plan().value())
                        .ifPresent(view -> view.tell(done)));
        add(form, new Anchor(SpendingNavigation.spending(page.plan()), getTranslation("spending.page.back")));
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (form != null) {
            form.askBefore(event);
        }
    }

    private static @Nullable ExpenseSummary anew(SpendingPage page, Map<String, List<String>> asked) {
        return asked.getOrDefault(SpendingNavigation.ANEW, List.of()).stream()
                .flatMap(id -> page.expenses().stream()
                        .filter(one -> one.rights().mayBookAnew()
                                && Long.toString(one.id().value()).equals(id)))
                .findFirst()
                .orElse(null);
    }
}
