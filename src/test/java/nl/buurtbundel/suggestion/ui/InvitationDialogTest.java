package nl.buurtbundel.suggestion.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.foundation.ui.ConfirmDialog;
import nl.buurtbundel.foundation.ui.OpenPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OpenPage.class)
class InvitationDialogTest {
    @Test
    void a_day_that_is_over_is_told_at_the_field_of_the_day() {
        ConfirmDialog dialog = new InvitationDialog(invitation -> {
                    throw new Refusal("suggestion.error.invitation-in-the-past");
                })
                .dialog();
        DatePicker day = all(dialog, DatePicker.class).get(0);
        day.setValue(LocalDate.of(2020, 1, 1));
        all(dialog, TextField.class).forEach(field -> field.setValue("10:00"));
        dialog.open();
        press(dialog);
        assertThat(day.isInvalid()).isTrue();
        assertThat(day.getErrorMessage()).contains("Kies een dag die nog moet komen");
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

    private static <T extends Component> List<T> all(Component part, Class<T> kind) {
        return Stream.concat(
                        Stream.of(part).filter(kind::isInstance).map(kind::cast),
                        part.getChildren().flatMap(child -> all(child, kind).stream()))
                .toList();
    }
}
