package nl.buurtbundel.foundation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveEvent.ContinueNavigationAction;
import java.util.Locale;
import nl.buurtbundel.foundation.Messages;

/**
 * Nothing that somebody typed is lost without a word: from the first change on, leaving the page asks first. The browser asks
 * at a reload or a closed window, a dialog of ours at a way within the product.
 */
@Tag("bb-unsaved")
@JsModule("./foundation/unsaved.ts")
public final class UnsavedChanges extends Component {

    /** Watches every field within a part of the page; the mark is put in a place that goes when the fields go. */
    public void watch(HasComponents place, Component part) {
        if (part instanceof HasValue<?, ?> field) {
            field.addValueChangeListener(change -> {
                if (change.isFromClient()) {
                    place.add(this);
                }
            });
        }
        part.getChildren().forEach(child -> watch(place, child));
    }

    /** What was typed has been kept, or may go. */
    public void kept() {
        getElement().removeFromParent();
    }

    /** Asks before a way within the product, if there is something to lose. */
    public void askBefore(BeforeLeaveEvent event) {
        if (getParent().isEmpty()) {
            return;
        }
        ContinueNavigationAction way = event.postpone();
        ConfirmDialog dialog = question(getLocale(), () -> {
            kept();
            way.proceed();
        });
        dialog.addOpenedChangeListener(change -> {
            if (!change.isOpened() && getParent().isPresent()) {
                way.cancel();
            }
        });
        dialog.open();
    }

    /** Whether what was typed may go. */
    static ConfirmDialog question(Locale locale, SerializableRunnable leave) {
        return new ConfirmDialog(
                        Messages.text(locale, "foundation.unsaved.title"),
                        Messages.text(locale, "foundation.unsaved.question"),
                        null,
                        Messages.text(locale, "foundation.unsaved.leave"),
                        leave)
                .grave();
    }
}
