package nl.buurtbundel.initiative.ui;

import com.vaadin.flow.component.html.Anchor;
import java.util.function.Consumer;
import nl.buurtbundel.initiative.InitiativePage;

/**
 * The page of a plan is being shown: a later room that has a page about the same plan can lead there, for a reader who may
 * see it.
 */
public record PlanShown(InitiativePage plan, Consumer<Anchor> links) {
    public void leadTo(String address, String text) {
        links.accept(InitiativeNavigation.link(address, text));
    }
}
