package nl.buurtbundel.foundation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.function.SerializableRunnable;
import org.jspecify.annotations.Nullable;

/**
 * Asks once before something that others will see or that cannot be taken back lightly. It closes only when the action has
 * succeeded: if a rule refuses, the dialog says why and what was typed stays on the screen.
 */
public final class ConfirmDialog extends Dialog {

    private final Div content = new Div();
    private final ErrorNotice error = new ErrorNotice();
    private final UnsavedChanges unsaved = new UnsavedChanges();
    private final Button confirm;

    /**
     * @param whoSeesThis who gets to see the outcome; null only when nobody sees anything new
     */
    public ConfirmDialog(
            String title,
            String question,
            @Nullable String whoSeesThis,
            String actionText,
            SerializableRunnable action) {
        setHeaderTitle(title);
        content.addClassName("bb-stack");
        content.add(error, new Paragraph(question));
        add(content);
        if (whoSeesThis != null) {
            add(new WhoSeesThis(whoSeesThis));
        }
        confirm = new Button(actionText, click -> {
            error.clear();
            try {
                action.run();
                unsaved.kept();
                close();
            } catch (RuntimeException thrown) {
                // a rule that said no is told where the reader is looking, above what was typed
                error.tell(thrown);
            } finally {
                click.getSource().setEnabled(true);
            }
        });
        confirm.setDisableOnClick(true);
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("foundation.confirm.cancel"), click -> close()), confirm);
    }

    /** Adds a field or an explanation below the question. */
    public ConfirmDialog with(Component... components) {
        for (Component field : components) {
            keepClosed(field);
            unsaved.watch(content, field);
        }
        setCloseOnOutsideClick(false); // a click beside it must not throw away what was typed
        content.add(components);
        return this;
    }

    /** For what takes something away. */
    public ConfirmDialog grave() {
        confirm.addThemeVariants(ButtonVariant.LUMO_ERROR);
        return this;
    }

    /**
     * A list or calendar that opens by itself over a dialog hides the dialog from screen readers, and the page stays hidden
     * after both are closed. It opens by its own button, or by the arrow key.
     */
    private static void keepClosed(Component field) {
        if (field instanceof DatePicker day) {
            day.setAutoOpen(false);
        }
    }
}
