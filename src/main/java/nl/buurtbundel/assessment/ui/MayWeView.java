package nl.buurtbundel.assessment.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.router.RouteParameters;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import nl.buurtbundel.assessment.Assessments;
import nl.buurtbundel.assessment.Gate;
import nl.buurtbundel.assessment.GateState;
import nl.buurtbundel.assessment.GateText;
import nl.buurtbundel.catalogue.Catalogue;
import nl.buurtbundel.catalogue.CollectiveAlternative;
import nl.buurtbundel.catalogue.ui.CatalogueNavigation;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.initiative.InitiativeDossier;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.Initiatives;

/**
 * One sheet to take along: what the law asks of an alternative before it may start, article by article, with who checks it.
 * For a plan that came of it also what is done, since when, and what is open.
 */
@CdiComponent
@Route(AssessmentNavigation.MAY_WE)
@RouteAlias(AssessmentNavigation.MAY_WE_OF_PLAN)
class MayWeView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Catalogue catalogue;
    private final transient Assessments assessments;
    private final transient Initiatives initiatives;
    private String title = "";

    @Inject
    MayWeView(Catalogue catalogue, Assessments assessments, Initiatives initiatives) {
        this.catalogue = catalogue;
        this.assessments = assessments;
        this.initiatives = initiatives;
        addClassNames("bb-page", "bb-stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        RouteParameters asked = event.getRouteParameters();
        CollectiveAlternative alternative = catalogue
                .read(asked.get(AssessmentNavigation.ALTERNATIVE).orElse(""))
                .alternative();
        removeAll();
        Optional<InitiativeId> plan = asked.getLong(AssessmentNavigation.ID).map(InitiativeId::new);
        if (plan.isPresent()) {
            showPlan(alternative, initiatives.readDossier(plan.get()));
        } else {
            begin(alternative.name().in(getLocale()));
            add(new Anchor(
                    CatalogueNavigation.alternative(alternative.id()),
                    getTranslation("assessment.may-we.to-alternative")));
            add(table(open(alternative), false));
        }
        add(print());
    }

    @Override
    public String getPageTitle() {
        return title;
    }

    private void begin(String of) {
        title = getTranslation("assessment.may-we.title", of);
        add(new H1(title), new Paragraph(getTranslation("assessment.may-we.intro")));
    }

    private void showPlan(CollectiveAlternative alternative, InitiativeDossier plan) {
        if (!alternative.id().equals(plan.alternative())) {
            throw new NotFound();
        }
        List<Gate> gates = assessments
                .findByInitiative(plan.id())
                .map(assessment -> assessment.gates())
                .orElseGet(() -> open(alternative));
        begin(plan.title());
        long open = gates.stream().filter(Gate::isOpen).count();
        Anchor assessment = new Anchor(
                AssessmentNavigation.assess(plan.id()), getTranslation("assessment.may-we.to-assessment"));
        assessment.addClassName("bb-no-print");
        add(new Paragraph(getTranslation(
                "assessment.may-we.of", alternative.name().in(getLocale()))));
        if (open > 0) {
            add(Notice.info(getTranslation("assessment.may-we.open", open, gates.size())));
        } else if (!gates.isEmpty()) {
            add(Notice.success(getTranslation("assessment.may-we.all-done")));
        }
        add(assessment, table(gates, true));
    }

    private static List<Gate> open(CollectiveAlternative alternative) {
        return alternative.legalGates().stream()
                .map(gate -> new Gate(
                        0,
                        new GateText(gate.article(), gate.plainWords(), gate.checker()),
                        GateState.OPEN,
                        null,
                        null,
                        null))
                .toList();
    }

    /** @param ofPlan with what was found out; a sheet of the alternative alone leaves room to write that */
    private Component table(List<Gate> gates, boolean ofPlan) {
        if (gates.isEmpty()) {
            return new Paragraph(getTranslation("assessment.gates.none"));
        }
        AssessmentTexts texts = new AssessmentTexts(getLocale());
        DataTable table = new DataTable(
                getTranslation("assessment.gates.table"),
                DataTable.Column.text(getTranslation("assessment.gates.what")),
                DataTable.Column.text(getTranslation("assessment.gates.article")),
                DataTable.Column.text(getTranslation("assessment.gates.who")),
                DataTable.Column.text(getTranslation("assessment.gates.result")),
                DataTable.Column.text(getTranslation("assessment.may-we.date")));
        for (Gate gate : gates) {
            var day = gate.checkedOn();
            table.rowOf(
                    new Span(gate.text().plainWords().in(getLocale())),
                    texts.articles(gate.text().article()),
                    new Span(gate.text().whoChecks().in(getLocale())),
                    new Span(ofPlan ? found(gate, texts) : "…"),
                    new Span(day == null ? "…" : texts.formats().date(day)));
        }
        return table;
    }

    private static String found(Gate gate, AssessmentTexts texts) {
        StringBuilder found = new StringBuilder(texts.name("assessment.gate-state.", gate.state()));
        String checker = gate.checker();
        if (checker != null) {
            found.append(", ").append(checker);
        }
        String reason = gate.reason();
        if (reason != null) {
            found.append(": ").append(reason);
        }
        return found.toString();
    }

    private Button print() {
        Button print = new Button(
                getTranslation("assessment.may-we.print"),
                click -> UI.getCurrent().getPage().executeJs("window.print()"));
        print.addClassName("bb-no-print");
        return print;
    }
}
