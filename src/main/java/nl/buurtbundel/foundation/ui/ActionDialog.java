package nl.buurtbundel.foundation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.DebouncePhase;
import java.util.HashMap;
import java.util.Map;

/**
 * Does one thing, once. Of each kind one is open at a time, however often the button that opens it is pressed. It closes only
 * when its action has succeeded: if a rule refuses, the dialog says why and what was typed stays on the screen. Escape closes
 * it at once as long as nothing was typed, and asks first after that.
 */
public abstract class ActionDialog extends Dialog {
    /** Of what is typed in one go, the first letter is told. */
    private static final int QUIET_MILLIS = 1_000;

    /** What is being typed is told when its field is left; the focus comes back to it. */
    private static final String LEAVE_AND_RETURN = "const field = document.activeElement; field.blur(); field.focus();";

    private final Div content = new Div();
    private final ErrorNotice error = new ErrorNotice();
    private final UnsavedChanges unsaved = new UnsavedChanges();
    private final Button action;
    private final String kind;
    private final transient Map<Component, Object> asOpened = new HashMap<>();
    private boolean heardTyping;

    protected ActionDialog(String title, String actionText) {
        kind = getClass().getName() + " " + title;
        setHeaderTitle(title);
        content.addClassName("bb-stack");
        content.add(error);
        add(content);
        action = new Button(actionText, click -> {
            try {
                pressed();
            } finally {
                click.getSource().setEnabled(true);
            }
        });
        action.setDisableOnClick(true);
        action.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("foundation.confirm.cancel"), click -> close()), action);
        addDetachListener(gone -> release(gone.getUI()));
        // what is being typed comes when its field is left; that something is, comes at once
        content.getElement()
                .addEventListener("input", typing -> heardTyping = true)
                .debounce(QUIET_MILLIS, DebouncePhase.LEADING);
        addDialogCloseActionListener(escape -> closeUnlessTyped());
    }

    /** What the main button does. A refusal thrown here is told in the dialog, above what was typed. */
    protected abstract void act();

    /** Adds something to read. */
    protected final void addText(Component... components) {
        content.add(components);
    }

    /** Adds fields; what is typed in them is not lost by a click beside the dialog, nor without a word. */
    protected final void addFields(Component... components) {
        for (Component field : components) {
            unsaved.watch(content, field);
        }
        setCloseOnOutsideClick(false);
        content.add(components);
    }

    /** For what takes something away. */
    protected final void takesAway() {
        action.addThemeVariants(ButtonVariant.LUMO_ERROR);
    }

    @Override
    public void setOpened(boolean opened) {
        UI ui = UI.getCurrent();
        if (ui == null) {
            super.setOpened(opened);
        } else if (!opened) {
            release(ui);
            super.setOpened(false);
        } else if (isOnlyOne(ui)) {
            ComponentUtil.setData(ui, kind, this);
            error.clear();
            heardTyping = false;
            asOpened.clear();
            asOpened.putAll(filledIn());
            super.setOpened(true);
        }
    }

    private void closeUnlessTyped() {
        if (!heardTyping && filledIn().equals(asOpened)) {
            close();
            return;
        }
        // first, because of a field behind the question the server hears nothing: what was typed last would only seem
        // to be there
        getElement()
                .executeJs(LEAVE_AND_RETURN)
                .then(told -> UnsavedChanges.question(getLocale(), this::close).open());
    }

    private Map<Component, Object> filledIn() {
        Map<Component, Object> values = new HashMap<>();
        readFields(content, values);
        return values;
    }

    private static void readFields(Component part, Map<Component, Object> values) {
        if (part instanceof HasValue<?, ?> field && !field.isEmpty()) {
            values.put(part, field.getValue());
        }
        part.getChildren().forEach(child -> readFields(child, values));
    }

    private boolean isOnlyOne(UI ui) {
        return !(ComponentUtil.getData(ui, kind) instanceof ActionDialog other) || other == this || !other.isOpened();
    }

    private void release(UI ui) {
        if (ComponentUtil.getData(ui, kind) == this) {
            ComponentUtil.setData(ui, kind, null);
        }
    }

    /** A second press that was on its way when the first had succeeded does nothing any more. */
    private void pressed() {
        if (!isOpened()) {
            return;
        }
        error.clear();
        try {
            act();
            unsaved.kept();
            close();
        } catch (RuntimeException thrown) {
            error.tell(thrown);
        }
    }
}
