package nl.buurtbundel.decision.ui;

import com.vaadin.flow.component.Component;
import java.util.function.Consumer;

/** The first year of a plan is being shown to who decides: a later room that knows more of that money can lead there. */
public record FirstYearShown(Consumer<Component> links) {
    public void leadTo(Component link) {
        links.accept(link);
    }
}
