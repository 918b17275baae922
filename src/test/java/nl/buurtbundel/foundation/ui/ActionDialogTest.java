package nl.buurtbundel.foundation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import elemental.json.Json;
import java.util.List;
import nl.buurtbundel.foundation.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OpenPage.class)
class ActionDialogTest {
    private int done;

    @Test
    void a_second_press_on_the_button_that_opens_it_opens_nothing() {
        ConfirmDialog first = pay();
        ConfirmDialog second = pay();
        first.open();
        second.open();
        assertThat(first.isOpened()).isTrue();
        assertThat(second.isOpened()).isFalse();
    }

    @Test
    void it_opens_again_once_it_was_closed() {
        ConfirmDialog first = pay();
        first.open();
        first.close();
        ConfirmDialog second = pay();
        second.open();
        assertThat(second.isOpened()).isTrue();
    }

    @Test
    void another_question_may_be_asked_above_it() {
        pay().open();
        ConfirmDialog other = new ConfirmDialog("Weg?", "", null, "Weg", () -> done++);
        other.open();
        assertThat(other.isOpened()).isTrue();
    }

    @Test
    void a_second_press_on_its_main_button_does_nothing_once_the_first_has_succeeded() {
        ConfirmDialog dialog = pay();
        dialog.open();
        press(dialog);
        press(dialog);
        assertThat(done).isEqualTo(1);
        assertThat(dialog.isOpened()).isFalse();
    }

    @Test
    void after_a_refusal_it_stays_open_and_can_be_pressed_again() {
        ConfirmDialog dialog = new ConfirmDialog("Betaal", "", null, "Betaal", () -> {
            done++;
            throw new Refusal("foundation.error.fill-in");
        });
        dialog.open();
        press(dialog);
        press(dialog);
        assertThat(done).isEqualTo(2);
        assertThat(dialog.isOpened()).isTrue();
    }

    @Test
    void a_refusal_of_before_is_gone_when_it_is_opened_again() {
        ConfirmDialog dialog = new ConfirmDialog("Betaal", "", null, "Betaal", () -> {
            throw new Refusal("foundation.error.fill-in");
        });
        dialog.open();
        press(dialog);
        assertThat(dialog.getElement().getTextRecursively()).contains("Vul alle velden in");
        dialog.close();
        dialog.open();
        assertThat(dialog.getElement().getTextRecursively()).doesNotContain("Vul alle velden in");
    }

    @Test
    void escape_closes_it_while_nothing_was_typed() {
        TextField why = new TextField();
        why.setValue("wat er al stond");
        for (ConfirmDialog dialog : List.of(pay(), pay().with(why))) {
            dialog.open();
            escape(dialog);
            assertThat(dialog.isOpened()).isFalse();
        }
    }

    @Test
    void escape_loses_nothing_that_was_filled_in_and_the_cancel_button_closes() {
        TextField why = new TextField();
        Checkbox agrees = new Checkbox();
        ConfirmDialog dialog = pay().with(new Div(why), agrees);
        dialog.open();
        why.setValue("De rekening klopt niet");
        escape(dialog);
        assertThat(dialog.isOpened()).isTrue();
        why.clear();
        agrees.setValue(true);
        escape(dialog);
        assertThat(dialog.isOpened()).isTrue();
        buttons(dialog).get(0).click();
        assertThat(dialog.isOpened()).isFalse();
    }

    @Test
    void escape_loses_nothing_that_is_still_being_typed() {
        ConfirmDialog dialog = pay().with(new TextField());
        dialog.open();
        Element content = dialog.getChildren().findFirst().orElseThrow().getElement();
        content.getNode()
                .getFeature(ElementListenerMap.class)
                .fireEvent(new DomEvent(content, "input", Json.createObject()));
        escape(dialog);
        assertThat(dialog.isOpened()).isTrue();
    }

    private static void escape(ConfirmDialog dialog) {
        ComponentUtil.fireEvent(dialog, new Dialog.DialogCloseActionEvent(dialog, true));
    }

    private ConfirmDialog pay() {
        return new ConfirmDialog("Betaal", "", null, "Betaal", () -> done++);
    }

    private static void press(ConfirmDialog dialog) {
        List<Button> buttons = buttons(dialog);
        buttons.get(buttons.size() - 1).click();
    }

    private static List<Button> buttons(ConfirmDialog dialog) {
        return dialog.getFooter()
                .getElement()
                .getChildren()
                .flatMap(element -> element.getComponent().stream())
                .map(Button.class::cast)
                .toList();
    }
}
