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
import jakarta.inject.Inject;
import java.util.ArrayList;
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
    private static final int AT_ONCE = 50;

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
            add(
                    new H2(getTranslation("decision.list.waiting")),
                    new Pages(
                            "decision.list.waiting",
                            true,
                            (from, most) ->
                                    waiting.stream().skip(from).limit(most).toList()));
        }
        if (!decisions.listDecided(0, 1).isEmpty()) {
            add(
                    new H2(getTranslation("decision.list.decided")),
                    new Pages("decision.list.decided", false, decisions::listDecided));
        }
    }

    private interface Rows {
        List<DecisionSummary> list(int from, int most);
    }

    /** A table of some rows, and the next ones for who asks for more. */
    private final class Pages extends Div {
        private final transient Rows rows;
        private final DataTable table;
        private final Button more = new Button(getTranslation("decision.list.more"), click -> next());
        private int shown;

        private final boolean whoseTurn;

        /** @param whoseTurn tells whose turn it is, of what has not ended */
        Pages(String caption, boolean whoseTurn, Rows rows) {
            this.rows = rows;
            this.whoseTurn = whoseTurn;
            this.table = table(caption, whoseTurn).belowItsHeading();
            add(table, more);
            next();
        }

        private void next() {
            List<DecisionSummary> found = rows.list(shown, AT_ONCE + 1);
            found.stream().limit(AT_ONCE).forEach(decision -> addRow(table, decision, whoseTurn));
            shown += AT_ONCE;
            more.setVisible(found.size() > AT_ONCE);
        }
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
                new Span(neighbourhoods.read(decision.neighbourhood()).name()),
                new Span(texts.formats().euros(decision.total())),
                new Span(decision.proposesRefusal() ? state + " " + getTranslation("decision.list.refusal") : state)));
        if (whoseTurn) {
            cells.add(new Span(
                    decision.findWaitsForMe().isPresent()
                            ? getTranslation("decision.list.you")
                            : decision.findTurn()
                                    .map(office -> texts.name("decision.decider.", office))
                                    .orElse("")));
        }
        cells.add(new Span(texts.formats().date(decision.proposedAt())));
        table.rowOf(cells.toArray(Component[]::new));
    }
}
