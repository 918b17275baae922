package nl.buurtbundel.initiative.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.function.SerializableRunnable;

/** Leads to another step that has the same button in the same place: a double click takes one step and not two. */
final class StepButton extends Button {

    StepButton(String text, SerializableRunnable step) {
        super(text);
        setDisableOnClick(true);
        addClickListener(click -> {
            try {
                if (click.getClickCount() <= 1) {
                    step.run();
                }
            } finally {
                setEnabled(true);
            }
        });
    }
}
