package nl.buurtbundel.initiative.ui;

import com.vaadin.flow.router.BeforeEnterEvent;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.initiative.InitiativeId;

/** Reading the plan from the address of a page. */
final class PlanPage {
    private PlanPage() {}

    static InitiativeId id(BeforeEnterEvent event) {
        return event.getRouteParameters()
                .getLong(InitiativeNavigation.ID)
                .map(InitiativeId::new)
                .orElseThrow(NotFound::new);
    }
}
