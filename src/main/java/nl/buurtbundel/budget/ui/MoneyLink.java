package nl.buurtbundel.budget.ui;

import com.vaadin.flow.component.UI;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.budget.Contributions;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.initiative.InitiativePage;
import nl.buurtbundel.initiative.ui.PlanShown;

/**
 * Leads from the page of a plan to its money, for who may see budgets: once there is money, or what others agreed to give, and
 * before that for who records such an agreement.
 */
@ApplicationScoped
class MoneyLink {
    private final Access access;
    private final Contributions contributions;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected MoneyLink() {
        this(null, null);
    }

    @Inject
    MoneyLink(Access access, Contributions contributions) {
        this.access = access;
        this.contributions = contributions;
    }

    void whenPlanIsShown(@Observes PlanShown shown) {
        if (access.may(Operation.SEE_BUDGETS, shown.plan().neighbourhood()) && hasMoney(shown.plan())) {
            shown.leadTo(
                    BudgetNavigation.pooledBudget(shown.plan().id().value()),
                    Messages.text(UI.getCurrent().getLocale(), "budget.page.from-plan"));
        }
    }

    private boolean hasMoney(InitiativePage plan) {
        return plan.granted() != null
                || access.may(Operation.RECORD_CONTRIBUTION, plan.neighbourhood())
                        && !plan.stage().isEnded()
                || !contributions
                        .list(plan.id().reference(), plan.neighbourhood())
                        .isEmpty();
    }
}
