package nl.buurtbundel.assessment.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.List;
import nl.buurtbundel.assessment.AssessmentView;
import nl.buurtbundel.assessment.Assessments;
import nl.buurtbundel.assessment.Gate;
import nl.buurtbundel.catalogue.Catalogue;
import nl.buurtbundel.catalogue.CollectiveAlternative;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.initiative.InitiativeDossier;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.Initiatives;

/** The sheet of a plan that began with an alternative: what is done, by whom and when, and what is open. */
@CdiComponent
@Route(AssessmentNavigation.MAY_WE_OF_PLAN)
class MayWeOfPlanView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Catalogue catalogue;
    private final transient Assessments assessments;
    private final transient Initiatives initiatives;
    private String title = "";

    @Inject
    MayWeOfPlanView(Catalogue catalogue, Assessments assessments, Initiatives initiatives) {
        this.catalogue = catalogue;
        this.assessments = assessments;
        this.initiatives = initiatives;
        addClassNames("bb-page", "bb-stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        InitiativeDossier plan = initiatives.readDossier(event.getRouteParameters()
                .getLong(AssessmentNavigation.ID)
                .map(InitiativeId::new)
                .orElseThrow(NotFound::new));
        String began = plan.alternative();
        if (began == null) {
            throw new NotFound();
        }
        CollectiveAlternative alternative = catalogue.read(began).alternative();
        List<Gate> gates = assessments
                .findByInitiative(plan.id())
                .filter(assessment -> assessment.planVersion() == plan.planVersion())
                .map(AssessmentView::gates)
                .orElseGet(() -> MayWeSheet.open(alternative));
        title = getTranslation("assessment.may-we.title", plan.title());
        Anchor back =
                new Anchor(AssessmentNavigation.assess(plan.id()), getTranslation("assessment.may-we.to-assessment"));
        back.addClassName("bb-no-print");
        removeAll();
        add(
                back,
                new H1(title),
                new Paragraph(getTranslation("assessment.may-we.intro")),
                new Paragraph(getTranslation(
                        "assessment.may-we.of", alternative.name().in(getLocale()))));
        long open = gates.stream().filter(Gate::isOpen).count();
        if (open > 0) {
            add(Notice.info(getTranslation("assessment.may-we.open", open, gates.size())));
        } else if (!gates.isEmpty()) {
            add(Notice.success(getTranslation("assessment.may-we.all-done")));
        }
        add(new MayWeSheet(new AssessmentTexts(getLocale()), gates, true));
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
