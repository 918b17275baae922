package nl.buurtbundel.budget.ui;

import com.vaadin.flow.component.Component;
import java.util.function.Consumer;
import nl.buurtbundel.initiative.InitiativePage;

/** The pooled budget of a plan to which something was granted is being shown: a later room leads on to where it went. */
public record PooledBudgetShown(InitiativePage plan, Consumer<Component> parts) {
    public void tell(Component part) {
        parts.accept(part);
    }
}
