package nl.buurtbundel.decision.ui;

import com.vaadin.flow.component.UI;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.decision.Decisions;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.initiative.ui.PlanShown;

/** Leads from the page of a plan to what was proposed or decided on it, for who may see decisions. */
@ApplicationScoped
class DecisionLink {
    private final Access access;
    private final Decisions decisions;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected DecisionLink() {
        this(null, null);
    }

    @Inject
    DecisionLink(Access access, Decisions decisions) {
        this.access = access;
        this.decisions = decisions;
    }

    void whenPlanIsShown(@Observes PlanShown shown) {
        if (access.may(Operation.SEE_DECISIONS, shown.plan().neighbourhood())) {
            decisions
                    .findFirstToRead(shown.plan().id())
                    .ifPresent(decision -> shown.leadTo(
                            DecisionNavigation.decision(decision.id()),
                            Messages.text(
                                    UI.getCurrent().getLocale(),
                                    decision.isDecided() ? "decision.page.from-plan" : "decision.proposal.open")));
        }
    }
}
