package nl.buurtbundel.assessment.ui;

import com.vaadin.flow.component.Component;
import java.util.function.Consumer;
import nl.buurtbundel.initiative.InitiativeDossier;

/** A plan is being shown to who assesses it: a later room tells what it should know before it goes on. */
public record PlanJudged(InitiativeDossier plan, Consumer<Component> notices) {
    public void tell(Component notice) {
        notices.accept(notice);
    }
}
