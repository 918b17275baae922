package nl.buurtbundel.assessment.ui;

import com.vaadin.flow.component.Component;
import java.util.function.Consumer;

/** The list of work of a team is being shown: a later room tells what waits there besides plans. */
public record WorkShown(Consumer<Component> parts) {
    public void tell(Component part) {
        parts.accept(part);
    }
}
