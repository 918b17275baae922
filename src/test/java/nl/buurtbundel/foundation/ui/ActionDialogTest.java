package nl.buurtbundel.foundation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import java.util.List;
import nl.buurtbundel.foundation.Refusal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ActionDialogTest {
    /** Held here: Vaadin holds the current page weakly, and a collection in the middle of a test would take it. */
    private final UI page = new UI();

    private int done;

    @BeforeEach
    void open_a_page() {
        UI.setCurrent(page);
    }

    @AfterEach
    void close_the_page() {
        UI.setCurrent(null);
    }

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

    private ConfirmDialog pay() {
        return new ConfirmDialog("Betaal", "", null, "Betaal", () -> done++);
    }

    private static void press(ConfirmDialog dialog) {
        List<Button> buttons = dialog.getFooter()
                .getElement()
                .getChildren()
                .flatMap(element -> element.getComponent().stream())
                .map(Button.class::cast)
                .toList();
        buttons.get(buttons.size() - 1).click();
    }
}
