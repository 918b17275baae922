package nl.buurtbundel.foundation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableRunnable;
import org.jspecify.annotations.Nullable;

/** Asks once before something that others will see or that cannot be taken back lightly. */
public final class ConfirmDialog extends ActionDialog {
    private final SerializableRunnable action;

    /**
     * @param whoSeesThis who gets to see the outcome; null only when nobody sees anything new
     */
    public ConfirmDialog(
            String title,
            String question,
            @Nullable String whoSeesThis,
            String actionText,
            SerializableRunnable action) {
        super(title, actionText);
        this.action = action;
        addText(new Paragraph(question));
        if (whoSeesThis != null) {
            add(new WhoSeesThis(whoSeesThis));
        }
    }

    /** Adds a field or an explanation below the question. */
    public ConfirmDialog with(Component... components) {
        addFields(components);
        return this;
    }

    /** For what takes something away. */
    public ConfirmDialog grave() {
        takesAway();
        return this;
    }

    @Override
    protected void act() {
        action.run();
    }
}
