package nl.buurtbundel.assessment.ui;

import com.vaadin.flow.component.Component;
import java.util.function.Consumer;

/** The list of work is being shown: a later room in which something waits for the same team can say so above it. */
public record WorkShown(Consumer<Component> notices) {
    public void tell(Component notice) {
        notices.accept(notice);
    }
}
