package nl.buurtbundel.suggestion.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.List;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.User;
import nl.buurtbundel.foundation.ui.DefinitionTable;
import nl.buurtbundel.foundation.ui.EmptyState;
import nl.buurtbundel.foundation.ui.WhoSeesThis;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.neighbourhood.Neighbourhoods;
import nl.buurtbundel.suggestion.Idea;
import nl.buurtbundel.suggestion.Suggestions;

/** What can be done together in the resident’s own neighbourhood; for who can start a plan with it. Made for a telephone first. */
@CdiComponent
@Route(SuggestionNavigation.IDEAS)
class IdeasView extends Div implements HasDynamicTitle {
    private final SumTexts texts = new SumTexts(getLocale());

    @Inject
    IdeasView(Access access, Suggestions suggestions, Neighbourhoods neighbourhoods) {
        User user = access.require(Operation.START_INITIATIVE);
        addClassNames("bb-page", "bb-stack", "bb-stack-l");
        add(new H1(getTranslation("suggestion.ideas.title")), new Paragraph(getTranslation("suggestion.ideas.intro")));
        List<NeighbourhoodCode> own = user.neighbourhoods().stream().sorted().toList();
        for (NeighbourhoodCode code : own) {
            List<Idea> ideas = suggestions.listIdeas(code);
            add(new H2(neighbourhoods.read(code).name()));
            if (ideas.isEmpty()) {
                add(new EmptyState(getTranslation("suggestion.ideas.none")));
            }
            Div cards = new Div();
            cards.addClassName("bb-cards");
            ideas.forEach(idea -> cards.add(card(idea)));
            add(cards);
        }
        add(
                new Anchor(SuggestionNavigation.START_PLAN, getTranslation("suggestion.ideas.own")),
                new Paragraph(getTranslation("suggestion.ideas.free")));
    }

    private Component card(Idea idea) {
        Div card = new Div();
        card.addClassNames("bb-card", "bb-stack");
        String title = idea.title().in(getLocale());
        H3 heading = new H3(title);
        DefinitionTable facts = new DefinitionTable()
                .row(getTranslation("suggestion.ideas.for"), texts.need(idea.need()))
                .row(
                        // without a break-even it is known with how many it can begin, and not from how many on it pays
                        getTranslation(
                                idea.breakEven() == null ? "suggestion.ideas.at-least" : "suggestion.ideas.needed"),
                        getTranslation(
                                "suggestion.ideas.households", texts.formats().count(idea.householdsNeeded())))
                .row(getTranslation("suggestion.ideas.cost"), texts.formats().wholeEuros(idea.yearlyCost()))
                .row(
                        getTranslation("suggestion.ideas.start-up"),
                        texts.formats().wholeEuros(idea.startUp()));
        if (idea.jobs() > 0) {
            facts.row(
                    getTranslation("suggestion.ideas.jobs"),
                    idea.jobsDescription().in(getLocale()));
        }
        Button start = new Button(
                getTranslation("suggestion.ideas.start"),
                click -> UI.getCurrent()
                        .navigate(
                                SuggestionNavigation.START_PLAN,
                                QueryParameters.of(
                                        SuggestionNavigation.IDEA,
                                        Long.toString(idea.id().value()))));
        start.setAriaLabel(getTranslation("suggestion.ideas.start-of", title));
        start.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        card.add(
                heading,
                new Paragraph(idea.summary().in(getLocale())),
                facts,
                new Paragraph(idea.staysIndividual().in(getLocale())),
                start,
                new WhoSeesThis(getTranslation("suggestion.ideas.who-sees")));
        return card;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("suggestion.ideas.title");
    }
}
