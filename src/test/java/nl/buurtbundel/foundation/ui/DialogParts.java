package nl.buurtbundel.foundation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import java.util.List;
import java.util.stream.Stream;

/** What is in a dialog, for tests that fill it in without a browser. */
public final class DialogParts {
    private DialogParts() {}

    /** Everything of a kind, in order, the part itself included. */
    public static <T extends Component> List<T> all(Component part, Class<T> kind) {
        return Stream.concat(
                        Stream.of(part).filter(kind::isInstance).map(kind::cast),
                        part.getChildren().flatMap(child -> all(child, kind).stream()))
                .toList();
    }

    /** Presses the main button. */
    public static void press(Dialog dialog) {
        List<Button> buttons = dialog.getFooter()
                .getElement()
                .getChildren()
                .flatMap(element -> element.getComponent().stream())
                .map(Button.class::cast)
                .toList();
        buttons.get(buttons.size() - 1).click();
    }
}
