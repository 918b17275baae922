package nl.buurtbundel.decision.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
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
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.decision.DecisionSummary;
import nl.buurtbundel.decision.Decisions;
import nl.buurtbundel.foundation.ui.DataTable;
import nl.buurtbundel.foundation.ui.EmptyState;
import nl.buurtbundel.foundation.ui.MoreRows;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.neighbourhood.Neighbourhoods;

/** The decisions that wait, for whom they wait, and what was decided. */
@CdiComponent
@Route(DecisionNavigation.DECISIONS)
class DecisionsView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Decisions decisions;
    private final transient Neighbourhoods neighbourhoods;
    private final transient Access access;
    private final transient Event<DecisionsShown> shown;
    private transient Map<NeighbourhoodCode, String> places = Map.of();

    @Inject
    DecisionsView(Decisions decisions, Neighbourhoods neighbourhoods, Access access, Event<DecisionsShown> shown) {
        this.decisions = decisions;
        this.neighbourhoods = neighbourhoods;
        this.access = access;
        this.shown = shown;
        addClassNames("bb-page", "bb-stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        add(new H1(getTranslation("decision.list.title")));
        places = neighbourhoods.mapNames(access.require(Operation.SEE_DECISIONS).municipality());
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
            add(
                    new H2(getTranslation("decision.list.waiting")),
                    rows(
                            "decision.list.waiting",
                            true,
                            (from, most) ->
                                    waiting.stream().skip(from).limit(most).toList()));
        }
        if (!decisions.listDecided(0, 1).isEmpty()) {
            add(
                    new H2(getTranslation("decision.list.decided")),
                    rows("decision.list.decided", false, decisions::listDecided));
        }
        shown.fire(new DecisionsShown(this::add));
    }

    /** @param whoseTurn tells whose turn it is, of what has not ended */
    private MoreRows<DecisionSummary> rows(String caption, boolean whoseTurn, MoreRows.Rows<DecisionSummary> rows) {
        DataTable table = table(caption, whoseTurn).belowItsHeading();
        return new MoreRows<>(
                table, getTranslation("decision.list.more"), rows, decision -> addRow(table, decision, whoseTurn));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("decision.list.title");
    }

    private DataTable table(String caption, boolean whoseTurn) {
        List<DataTable.Column> columns = new ArrayList<>(List.of(
                DataTable.Column.text(getTranslation("decision.list.plan")),
                DataTable.Column.text(getTranslation("decision.list.neighbourhood")),
                DataTable.Column.number(getTranslation("decision.list.amount")),
                DataTable.Column.text(getTranslation("decision.list.state"))));
        if (whoseTurn) {
            columns.add(DataTable.Column.text(getTranslation("decision.list.who")));
        }
        columns.add(DataTable.Column.text(getTranslation("decision.list.since")));
        return new DataTable(getTranslation(caption), columns);
    }

    private void addRow(DataTable table, DecisionSummary decision, boolean whoseTurn) {
        DecisionTexts texts = new DecisionTexts(getLocale());
        String state = texts.name("decision.state.", decision.state());
        List<Component> cells = new ArrayList<>(List.of(
                new Anchor(DecisionNavigation.decision(decision.id()), decision.title()),
                new Span(places.getOrDefault(
                        decision.neighbourhood(), decision.neighbourhood().value())),
                new Span(texts.formats().euros(decision.total())),
                new Span(decision.proposesRefusal() ? state + " " + getTranslation("decision.list.refusal") : state)));
        if (whoseTurn) {
            cells.add(new Span(texts.turn(decision)));
        }
        cells.add(new Span(texts.formats().date(decision.proposedAt())));
        table.rowOf(cells.toArray(Component[]::new));
    }
}
