package nl.buurtbundel.decision.ui;

import com.vaadin.flow.component.UI;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Locale;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.assessment.ui.AdviceShown;
import nl.buurtbundel.decision.Decisions;
import nl.buurtbundel.foundation.Messages;

/** Tells beside an advice that a decision was proposed, or that the proposal came back and why, and leads to it. */
@ApplicationScoped
class ProposalLink {
    private final Decisions decisions;
    private final Access access;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected ProposalLink() {
        this(null, null);
    }

    @Inject
    ProposalLink(Decisions decisions, Access access) {
        this.decisions = decisions;
        this.access = access;
    }

    void whenAdviceIsShown(@Observes AdviceShown shown) {
        if (!access.may(Operation.SEE_DECISIONS, shown.plan().neighbourhood())) {
            return;
        }
        Locale locale = UI.getCurrent().getLocale();
        decisions
                .findOpen(shown.plan().id())
                .ifPresent(open -> shown.decisionWaits(
                        Messages.text(locale, "decision.proposal.waits"),
                        DecisionNavigation.decision(open),
                        Messages.text(locale, "decision.proposal.open")));
        decisions
                .findEndedProposal(shown.plan().id())
                .ifPresent(ended -> shown.proposalCameBack(
                        Messages.text(locale, "decision.proposal.ended", ended.reasons()),
                        DecisionNavigation.decision(ended.id()),
                        Messages.text(locale, "decision.proposal.open")));
    }
}
