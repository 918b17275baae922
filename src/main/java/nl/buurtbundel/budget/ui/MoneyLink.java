package nl.buurtbundel.budget.ui;

import com.vaadin.flow.component.UI;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.initiative.ui.PlanShown;

/** Leads from the page of a plan to its money, once there is money, for who may see budgets. */
@ApplicationScoped
class MoneyLink {
    private final Access access;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected MoneyLink() {
        this(null);
    }

    @Inject
    MoneyLink(Access access) {
        this.access = access;
    }

    void whenPlanIsShown(@Observes PlanShown shown) {
        if (shown.plan().granted() != null
                && access.may(Operation.SEE_BUDGETS, shown.plan().neighbourhood())) {
            shown.leadTo(
                    BudgetNavigation.pooledBudget(shown.plan().id().value()),
                    Messages.text(UI.getCurrent().getLocale(), "budget.page.from-plan"));
        }
    }
}
