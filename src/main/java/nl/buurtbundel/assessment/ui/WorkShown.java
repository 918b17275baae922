package nl.buurtbundel.assessment.ui;

import com.vaadin.flow.component.Component;
import java.util.function.Consumer;

/**
 * The list of work is being shown: a later room in which something waits for the same team can say so above it, and lead to
 * what the team may want to begin now.
 */
public record WorkShown(Consumer<Component> notices, Consumer<Component> ways) {
    public void tell(Component notice) {
        notices.accept(notice);
    }

    public void leadTo(Component way) {
        ways.accept(way);
    }
}
