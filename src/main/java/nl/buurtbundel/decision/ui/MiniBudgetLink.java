package nl.buurtbundel.decision.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Locale;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.assessment.ui.WorkShown;
import nl.buurtbundel.budget.ui.BudgetShown;
import nl.buurtbundel.decision.MiniBudgets;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.ui.Notice;

/** Leads the team from its work to what a household needs now, and who keeps the budget to what teams may decide on. */
@ApplicationScoped
class MiniBudgetLink {
    private final Access access;
    private final MiniBudgets miniBudgets;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected MiniBudgetLink() {
        this(null, null);
    }

    @Inject
    MiniBudgetLink(Access access, MiniBudgets miniBudgets) {
        this.access = access;
        this.miniBudgets = miniBudgets;
    }

    void whenWorkIsShown(@Observes WorkShown shown) {
        if (!access.may(Operation.SEE_MINI_BUDGETS)) {
            return;
        }
        Locale locale = UI.getCurrent().getLocale();
        long waiting = access.may(Operation.KEEP_MINI_BUDGETS) ? miniBudgets.countToAgree() : 0;
        if (waiting > 0) {
            shown.tell(Notice.info(Messages.text(locale, "decision.mini.work-waits", waiting))
                    .with(toMiniBudgets(locale)));
        } else {
            shown.leadTo(new Span(Messages.text(locale, "decision.mini.work")));
            shown.leadTo(toMiniBudgets(locale));
        }
    }

    private static Anchor toMiniBudgets(Locale locale) {
        return new Anchor(DecisionNavigation.miniBudgets(), Messages.text(locale, "decision.mini.work-open"));
    }

    void whenBudgetIsShown(@Observes BudgetShown shown) {
        if (!access.mayEverywhere(Operation.SEE_TEAM_POTS)) {
            return;
        }
        Locale locale = UI.getCurrent().getLocale();
        shown.tell(new H2(Messages.text(locale, "decision.pots.title")));
        shown.tell(new Paragraph(Messages.text(locale, "decision.pots.explained")));
        shown.tell(new Anchor(DecisionNavigation.teamPots(), Messages.text(locale, "decision.pots.open")));
    }
}
