package nl.buurtbundel.signal.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.assessment.Assessments;
import nl.buurtbundel.assessment.ui.WorkShown;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.initiative.InitiativePage;
import nl.buurtbundel.initiative.Office;
import nl.buurtbundel.initiative.ui.InitiativeNavigation;
import nl.buurtbundel.initiative.ui.PlanShown;
import nl.buurtbundel.signal.EscalationView;
import nl.buurtbundel.signal.Escalations;

/** On a plan that waits for somebody else: ask who may break through. In the list of work: what was asked of the reader. */
@ApplicationScoped
class StuckTold {
    private final Escalations escalations;
    private final Assessments assessments;
    private final Access access;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected StuckTold() {
        this(null, null, null, null);
    }

    @Inject
    StuckTold(Escalations escalations, Assessments assessments, Access access, Clock clock) {
        this.escalations = escalations;
        this.assessments = assessments;
        this.access = access;
        this.clock = clock;
    }

    void whenWorkIsShown(@Observes WorkShown shown) {
        SignalTexts texts = new SignalTexts(UI.getCurrent().getLocale());
        escalations.listMine().forEach(one -> {
            String told = texts.text(
                    "signal.stuck.work",
                    texts.text("signal.stuck.title"),
                    texts.name("signal.stuck-reason.", one.reason()));
            shown.tell((one.late() ? Notice.warning(told) : Notice.info(told))
                    .with(new Anchor(InitiativeNavigation.plan(one.plan()), one.title())));
        });
    }

    void whenPlanIsShown(@Observes PlanShown shown) {
        InitiativePage plan = shown.plan();
        boolean team = access.may(Operation.ASSESS, plan.neighbourhood());
        Optional<EscalationView> open = escalations.find(plan.id());
        if (open.isEmpty() && !(waits(plan, team) && escalations.mayStart(plan.id()))) {
            return;
        }
        StuckPart part = new StuckPart(escalations, assessments, plan.id(), team, LocalDate.now(clock));
        if (open.filter(EscalationView::forMe).isPresent()) {
            shown.ask(part);
        } else {
            shown.tell(part);
        }
    }

    /** For somebody else than who reads: payers of a running plan can disagree without any step of it being late. */
    private static boolean waits(InitiativePage plan, boolean team) {
        Office owner = plan.owner();
        return team || plan.escalatedTo() != null || owner != null && owner != Office.INITIATOR;
    }
}
