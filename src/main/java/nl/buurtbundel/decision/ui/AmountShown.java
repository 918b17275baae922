package nl.buurtbundel.decision.ui;

import com.vaadin.flow.component.Component;
import java.util.function.Consumer;
import nl.buurtbundel.decision.DecisionPage;

/** What is decided on is being shown: a later room tells beside the amount what deciding on it cost. */
public record AmountShown(DecisionPage page, Consumer<Component> parts) {
    public void tell(Component part) {
        parts.accept(part);
    }
}
