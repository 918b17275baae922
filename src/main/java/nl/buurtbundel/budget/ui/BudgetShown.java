package nl.buurtbundel.budget.ui;

import com.vaadin.flow.component.Component;
import java.util.function.Consumer;

/** The budget of a year is being shown: a later room leads on to what it decides with it. */
public record BudgetShown(Consumer<Component> parts) {
    public void tell(Component part) {
        parts.accept(part);
    }
}
