package nl.buurtbundel.assessment.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableRunnable;
import nl.buurtbundel.assessment.Interests;
import nl.buurtbundel.foundation.ui.ConfirmDialog;
import nl.buurtbundel.initiative.InitiativeId;

/** Where who assesses or decides says to have an interest in a plan. No reason is asked. */
public final class InterestPart extends Div {

    /**
     * @param declared the reader said so already
     * @param then shows how it stands now
     */
    public InterestPart(Interests interests, InitiativeId plan, boolean declared, SerializableRunnable then) {
        if (declared) {
            add(new Paragraph(getTranslation("assessment.interest.declared")));
            return;
        }
        add(new Button(
                getTranslation("assessment.interest.declare"),
                click -> new ConfirmDialog(
                                getTranslation("assessment.interest.declare"),
                                getTranslation("assessment.interest.how"),
                                getTranslation("assessment.interest.who-sees"),
                                getTranslation("assessment.interest.declare"),
                                () -> {
                                    interests.declare(plan);
                                    then.run();
                                })
                        .grave()
                        .open()));
    }
}
