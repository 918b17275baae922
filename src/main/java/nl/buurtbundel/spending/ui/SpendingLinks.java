package nl.buurtbundel.spending.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.assessment.ui.WorkShown;
import nl.buurtbundel.budget.ui.PooledBudgetShown;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.ui.PlanShown;
import nl.buurtbundel.ledger.ui.BookShown;
import nl.buurtbundel.spending.ExpenseSummary;
import nl.buurtbundel.spending.Expenses;
import nl.buurtbundel.spending.Spending;
import nl.buurtbundel.spending.SpendingOnPlan;

/** Leads to what is spent from the pages of other rooms, and tells there what waits. */
@ApplicationScoped
class SpendingLinks {
    private final Spending spending;
    private final Expenses expenses;
    private final Access access;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected SpendingLinks() {
        this(null, null, null);
    }

    @Inject
    SpendingLinks(Spending spending, Expenses expenses, Access access) {
        this.spending = spending;
        this.expenses = expenses;
        this.access = access;
    }

    /** On the page of the plan: what is left, for who began it or takes part, and for who works on it. */
    void whenPlanIsShown(@Observes PlanShown shown) {
        if (shown.plan().granted() == null
                || !access.may(Operation.SEE_SPENDING, shown.plan().neighbourhood())) {
            return;
        }
        spending.findOnPlan(shown.plan().id()).ifPresent(spent -> tell(shown, spent));
    }

    private static void tell(PlanShown shown, SpendingOnPlan spent) {
        Locale locale = UI.getCurrent().getLocale();
        InitiativeId plan = shown.plan().id();
        Div part = new Div(
                new H2(Messages.text(locale, "spending.page.heading")),
                new LinesPart(spent.lines(), LinesPart::reason),
                new Anchor(
                        SpendingNavigation.spending(plan),
                        Messages.text(
                                locale, spent.mayBook() ? "spending.page.from-plan-book" : "spending.page.from-plan")));
        part.addClassName("bb-stack");
        shown.tell(part);
        spent.sentBack().forEach(one -> shown.ask(SentBack.leading(locale, one)));
    }

    void whenPooledBudgetIsShown(@Observes PooledBudgetShown shown) {
        if (access.may(Operation.SEE_SPENDING, shown.plan().neighbourhood())) {
            shown.tell(new Anchor(
                    SpendingNavigation.spending(shown.plan().id()),
                    Messages.text(UI.getCurrent().getLocale(), "spending.page.from-plan")));
        }
    }

    /** In the list of work of the team: expenses to approve, plan by plan. */
    void whenWorkIsShown(@Observes WorkShown shown) {
        if (!access.may(Operation.APPROVE_EXPENSE)) {
            return;
        }
        Locale locale = UI.getCurrent().getLocale();
        Map<Long, List<ExpenseSummary>> byPlan = expenses.listToApprove().stream()
                .collect(Collectors.groupingBy(one -> one.initiative().value(), TreeMap::new, Collectors.toList()));
        byPlan.forEach((plan, waiting) -> shown.tell(Notice.info(
                        waiting.size() == 1
                                ? Messages.text(locale, "spending.work.one")
                                : Messages.text(locale, "spending.work.more", waiting.size()))
                .with(new Anchor(
                        SpendingNavigation.spending(new InitiativeId(plan)),
                        waiting.get(0).planTitle()))));
    }

    /** Gives the bookings that are shown what each payment was for. */
    void whenBookIsShown(@Observes BookShown shown) {
        if (access.may(Operation.SEE_BUDGETS)) {
            expenses.listPurposes(shown.paidBy()).forEach(shown::purpose);
        }
    }
}
