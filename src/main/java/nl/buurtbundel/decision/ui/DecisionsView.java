package nl.buurtbundel.decision.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.List;
import nl.buurtbundel.decision.DecisionSummary;
import nl.buurtbundel.decision.Decisions;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.EmptyState;
import nl.buurtbundel.neighbourhood.Neighbourhoods;

/** The decisions that wait, for whom they wait, and what was decided. */
@CdiComponent
@Route(DecisionNavigation.DECISIONS)
class DecisionsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Decisions decisions;
    private final transient Neighbourhoods neighbourhoods;

    @Inject
    DecisionsView(Decisions decisions, Neighbourhoods neighbourhoods) {
        this.decisions = decisions;
        this.neighbourhoods = neighbourhoods;
        addClassNames("bb-page", "bb-stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        add(new H1(getTranslation("decision.list.title")));
        List<DecisionSummary> waiting = decisions.listWaiting();
        List<DecisionSummary> mine = waiting.stream()
                .filter(decision -> decision.findWaitsForMe().isPresent())
                .toList();
        if (mine.isEmpty()) {
            add(new EmptyState(getTranslation("decision.list.none-mine")));
        } else {
            DecisionSummary first = mine.get(0);
            Button open = new Button(
                    getTranslation("decision.list.open-first"),
                    click -> UI.getCurrent().navigate(DecisionNavigation.decision(first.id())));
            open.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            add(new Paragraph(getTranslation("decision.list.first-is", first.title())), open);
        }
        if (!waiting.isEmpty()) {
            add(new H2(getTranslation("decision.list.waiting")), table("decision.list.waiting", waiting));
        }
        List<DecisionSummary> decided = decisions.listDecided();
        if (!decided.isEmpty()) {
            add(new H2(getTranslation("decision.list.decided")), table("decision.list.decided", decided));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("decision.list.title");
    }

    private DataTable table(String caption, List<DecisionSummary> summaries) {
        DecisionTexts texts = new DecisionTexts(getLocale());
        DataTable table = new DataTable(
                getTranslation(caption),
                DataTable.Column.text(getTranslation("decision.list.plan")),
                DataTable.Column.text(getTranslation("decision.list.neighbourhood")),
                DataTable.Column.number(getTranslation("decision.list.amount")),
                DataTable.Column.text(getTranslation("decision.list.state")),
                DataTable.Column.text(getTranslation("decision.list.who")),
                DataTable.Column.text(getTranslation("decision.list.since")));
        for (DecisionSummary decision : summaries) {
            String state = texts.name("decision.state.", decision.state());
            table.rowOf(
                    new Anchor(DecisionNavigation.decision(decision.id()), decision.title()),
                    new Span(neighbourhoods.read(decision.neighbourhood()).name()),
                    new Span(texts.formats().euros(decision.total())),
                    new Span(
                            decision.proposesRefusal() ? state + " " + getTranslation("decision.list.refusal") : state),
                    new Span(
                            decision.findWaitsForMe().isPresent()
                                    ? getTranslation("decision.list.you")
                                    : texts.name("decision.decider.", decision.decider())),
                    new Span(texts.formats().date(decision.proposedAt())));
        }
        return table;
    }
}
