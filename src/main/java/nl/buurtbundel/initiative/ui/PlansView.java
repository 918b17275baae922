package nl.buurtbundel.initiative.ui;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.List;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.foundation.ui.EmptyState;
import nl.buurtbundel.initiative.InitiativeSummary;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.neighbourhood.Neighbourhoods;

/** The plans in the user's own neighbourhoods. */
@CdiComponent
@Route(InitiativeNavigation.PLANS)
class PlansView extends Div implements BeforeEnterObserver, HasDynamicTitle {
    private final transient Initiatives initiatives;
    private final transient Neighbourhoods neighbourhoods;
    private final transient Access access;

    @Inject
    PlansView(Initiatives initiatives, Neighbourhoods neighbourhoods, Access access) {
        this.initiatives = initiatives;
        this.neighbourhoods = neighbourhoods;
        this.access = access;
        addClassNames("bb-page", "bb-stack");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        access.requireInOwnNeighbourhoods(Operation.SEE_INITIATIVES);
        removeAll();
        add(new H1(getPageTitle()), new Paragraph(getTranslation("initiative.plans.intro")));
        if (access.may(Operation.START_INITIATIVE)) {
            Button start = new Button(
                    getTranslation("initiative.plans.start"),
                    click -> UI.getCurrent().navigate(InitiativeNavigation.NEW));
            start.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            add(start);
        }
        for (NeighbourhoodCode code : access.listOwn(Operation.SEE_INITIATIVES)) {
            neighbourhoods.find(code).ifPresent(neighbourhood -> add(new H2(neighbourhood.name())));
            add(plans(initiatives.list(code)));
        }
    }

    @Override
    public String getPageTitle() {
        return getTranslation("initiative.plans.title");
    }

    private Component plans(List<InitiativeSummary> plans) {
        if (plans.isEmpty()) {
            return new EmptyState(getTranslation("initiative.plans.none"));
        }
        Div cards = new Div();
        cards.addClassName("bb-cards");
        plans.forEach(plan -> cards.add(card(plan)));
        return cards;
    }

    private Component card(InitiativeSummary plan) {
        PlanTexts texts = new PlanTexts(getLocale());
        Div card = new Div(
                new H3(InitiativeNavigation.link(InitiativeNavigation.plan(plan.id()), plan.title())),
                texts.badge(plan.stage()),
                new Paragraph(texts.need(plan.need())));
        if (plan.stage().takesPledges()) {
            card.add(new Paragraph(
                    getTranslation(plan.enough() ? "initiative.enough.yes" : "initiative.enough.not-yet")));
        }
        card.addClassName("bb-card");
        return card;
    }
}
