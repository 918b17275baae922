package nl.buurtbundel.suggestion.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.ui.DefinitionTable;
import nl.buurtbundel.foundation.ui.EmptyState;
import nl.buurtbundel.foundation.ui.KeyFigure;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.foundation.ui.RangeBars;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.neighbourhood.Neighbourhoods;
import nl.buurtbundel.opportunity.Opportunity;
import nl.buurtbundel.suggestion.Headline;
import nl.buurtbundel.suggestion.SuggestionCard;
import nl.buurtbundel.suggestion.Suggestions;
import org.jspecify.annotations.Nullable;

/** One neighbourhood: where the same need is met one by one, and the best that we can propose for it. */
@CdiComponent
@Route("buurten/:code")
class NeighbourhoodView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Suggestions suggestions;
    private final transient Neighbourhoods neighbourhoods;
    private final SumTexts texts = new SumTexts(getLocale());
    private String title = "";

    @Inject
    NeighbourhoodView(Suggestions suggestions, Neighbourhoods neighbourhoods) {
        this.suggestions = suggestions;
        this.neighbourhoods = neighbourhoods;
        addClassNames("bb-page", "bb-stack", "bb-stack-l");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String code = event.getRouteParameters().get("code").orElse("");
        if (!NeighbourhoodCode.isValid(code)) {
            throw new NotFound();
        }
        show(new NeighbourhoodCode(code));
    }

    private void show(NeighbourhoodCode code) {
        List<SuggestionCard> cards = suggestions.list(code);
        title = neighbourhoods.read(code).name();
        removeAll();
        add(new H1(title), new Paragraph(getTranslation("suggestion.neighbourhood.intro")));
        if (cards.isEmpty()) {
            add(new EmptyState(getTranslation("suggestion.neighbourhood.empty")));
            return;
        }
        List<RangeBars.Comparison> bars =
                cards.stream().flatMap(card -> bar(card).stream()).toList();
        if (!bars.isEmpty()) {
            add(new RangeBars(
                    getTranslation("suggestion.neighbourhood.picture"),
                    getTranslation("suggestion.neighbourhood.picture-summary", bars.size()),
                    getTranslation("suggestion.scenarios.replaced"),
                    getTranslation("suggestion.scenarios.cost"),
                    bars));
        }
        Div list = new Div();
        list.addClassName("bb-cards");
        cards.forEach(card -> list.add(card(card)));
        add(list);
        if (!bars.isEmpty()) {
            add(Notice.info(getTranslation("suggestion.neighbourhood.two-fractions")));
        }
    }

    /**
     * What the idea replaces beside what it costs. All that is spent today is no measure of it: most of that goes on, and an idea
     * that costs more than it replaces would look like a saving.
     */
    private Optional<RangeBars.Comparison> bar(SuggestionCard card) {
        return Optional.ofNullable(card.suggestion())
                .map(SuggestionCard.Proposed::headline)
                .map(headline -> new RangeBars.Comparison(
                        texts.need(card.opportunity().need()),
                        RangeBars.Range.exactly(headline.replaced()),
                        RangeBars.Range.exactly(headline.cost())));
    }

    private Component card(SuggestionCard card) {
        Opportunity opportunity = card.opportunity();
        Div box = new Div();
        box.addClassNames("bb-card", "bb-stack");
        String households = texts.formats().count(opportunity.households());
        box.add(
                new H2(texts.need(opportunity.need())),
                new DefinitionTable()
                        .row(
                                getTranslation("suggestion.card.households"),
                                opportunity.rounded() ? getTranslation("suggestion.about", households) : households)
                        .row(getTranslation("suggestion.card.today"), texts.amount(opportunity.expected()))
                        .row(getTranslation("suggestion.card.unknown"), few(opportunity.unknownHouseholds()))
                        .row(getTranslation("suggestion.card.lump-sum"), few(opportunity.lumpSumHouseholds())));
        SuggestionCard.@Nullable Proposed proposed = card.suggestion();
        if (proposed == null) {
            box.add(new Paragraph(getTranslation("suggestion.card.nothing")));
            return box;
        }
        Headline headline = proposed.headline();
        box.add(
                new Paragraph(getTranslation(
                        headline.result().isNegative() ? "suggestion.card.costs-more" : "suggestion.card.best",
                        proposed.alternative().in(getLocale()))),
                KeyFigure.sideBySide(
                        new KeyFigure(getTranslation("suggestion.of-today"), texts.roundPercentage(headline.ofToday())),
                        new KeyFigure(
                                getTranslation("suggestion.of-replaced"), texts.ofReplaced(headline.ofReplaced()))),
                outcome(headline, proposed.joining()));
        if (!opportunity.rounded()) {
            Anchor open =
                    new Anchor(SuggestionNavigation.suggestion(proposed.id()), getTranslation("suggestion.card.open"));
            open.setAriaLabel(getTranslation(
                    "suggestion.card.open-of", proposed.alternative().in(getLocale())));
            box.add(open);
        }
        return box;
    }

    /** Break-even counts who joins, so who likely joins stands beside it. */
    private DefinitionTable outcome(Headline headline, SuggestionCard.@Nullable Joining joining) {
        DefinitionTable outcome = new DefinitionTable()
                .row(
                        getTranslation("suggestion.break-even"),
                        texts.breakEven(headline.breakEven(), headline.breakEvenPossible()));
        if (joining != null) {
            outcome.row(getTranslation("suggestion.joining"), texts.joining(joining.likely(), joining.eligible()));
        }
        return outcome.row(
                getTranslation("suggestion.result.likely"), texts.formats().gain(headline.result()));
    }

    private String few(@Nullable Integer households) {
        return households == null
                ? getTranslation("suggestion.hidden")
                : texts.formats().count(households);
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
