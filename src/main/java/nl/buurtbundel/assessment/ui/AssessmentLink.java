package nl.buurtbundel.assessment.ui;

import com.vaadin.flow.component.UI;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.assessment.Assessments;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.initiative.Stage;
import nl.buurtbundel.initiative.ui.PlanShown;

/** Leads from the page of a plan to its assessment, once it was handed in, for who may see assessments. */
@ApplicationScoped
class AssessmentLink {
    private final Access access;
    private final Assessments assessments;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected AssessmentLink() {
        this(null, null);
    }

    @Inject
    AssessmentLink(Access access, Assessments assessments) {
        this.access = access;
        this.assessments = assessments;
    }

    void whenPlanIsShown(@Observes PlanShown shown) {
        var plan = shown.plan();
        if (access.may(Operation.SEE_ASSESSMENTS, plan.neighbourhood())
                && (plan.stage() == Stage.SUBMITTED
                        || assessments.findByInitiative(plan.id()).isPresent())) {
            shown.leadTo(
                    AssessmentNavigation.assess(plan.id()),
                    Messages.text(UI.getCurrent().getLocale(), "assessment.page.from-plan"));
        }
    }
}
