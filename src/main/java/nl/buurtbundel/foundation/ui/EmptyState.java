package nl.buurtbundel.foundation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableRunnable;

/** Nothing here yet: a sentence that says so, and at most one thing to do about it. */
public final class EmptyState extends Div {

    public EmptyState(String sentence) {
        addClassName("bb-empty");
        add(new Paragraph(sentence));
    }

    public EmptyState(String sentence, Component action) {
        this(sentence);
        add(action);
    }

    public EmptyState(String sentence, String actionText, SerializableRunnable action) {
        this(sentence, button(actionText, action));
    }

    private static Button button(String text, SerializableRunnable action) {
        Button button = new Button(text, click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }
}
