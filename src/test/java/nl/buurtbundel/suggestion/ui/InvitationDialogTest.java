package nl.buurtbundel.suggestion.ui;

import static nl.buurtbundel.foundation.ui.DialogParts.all;
import static nl.buurtbundel.foundation.ui.DialogParts.press;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
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
}
