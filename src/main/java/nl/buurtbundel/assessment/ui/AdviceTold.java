package nl.buurtbundel.assessment.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import nl.buurtbundel.assessment.Advice;
import nl.buurtbundel.assessment.Assessments;
import nl.buurtbundel.foundation.ui.DefinitionTable;
import nl.buurtbundel.initiative.ui.PlanShown;

/** What the team advised, on the page of the plan: whoever takes part reads why. */
@ApplicationScoped
class AdviceTold {
    private final Assessments assessments;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected AdviceTold() {
        this(null);
    }

    @Inject
    AdviceTold(Assessments assessments) {
        this.assessments = assessments;
    }

    /** After the decision that came of it. */
    void whenPlanIsShown(@Observes @Priority(Interceptor.Priority.APPLICATION + 800) PlanShown shown) {
        assessments.findAdvice(shown.plan().id()).ifPresent(advice -> {
            AssessmentTexts texts = new AssessmentTexts(UI.getCurrent().getLocale());
            shown.tell(new Div(new H2(texts.text("assessment.advice.of-team")), facts(advice, texts)));
        });
    }

    static DefinitionTable facts(Advice advice, AssessmentTexts texts) {
        DefinitionTable facts = new DefinitionTable()
                .row(texts.text("assessment.advice.kind"), texts.name("assessment.advice-kind.", advice.kind()))
                .row(texts.text("assessment.advice.text"), advice.text());
        advice.findGround()
                .ifPresent(ground ->
                        facts.row(texts.text("assessment.advice.ground"), texts.name("assessment.ground.", ground)));
        return facts;
    }
}
