package nl.buurtbundel.initiative.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import java.util.function.Consumer;
import nl.buurtbundel.initiative.InitiativePage;

/**
 * The page of a plan is being shown: a later room that has a page about the same plan can lead there, and one that knows
 * what was said of the plan can tell it, for a reader who may see it.
 */
public record PlanShown(
        InitiativePage plan, Consumer<Anchor> links, Consumer<Component> parts, Runnable readerHasToAct) {
    public void leadTo(String address, String text) {
        links.accept(InitiativeNavigation.link(address, text));
    }

    public void tell(Component part) {
        parts.accept(part);
    }

    /** Tells the reader something that waits for them: the page does not say then that there is nothing to do. */
    public void ask(Component part) {
        tell(part);
        readerHasToAct.run();
    }
}
