package nl.buurtbundel.decision.ui;

import com.vaadin.flow.component.Component;
import java.util.function.Consumer;

/** The list of decisions is being shown: a later room leads from there to what it knows of all of them. */
public record DecisionsShown(Consumer<Component> parts) {
    public void tell(Component part) {
        parts.accept(part);
    }
}
