package nl.buurtbundel.suggestion.ui;

import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.function.SerializableConsumer;
import java.time.LocalDate;
import java.time.LocalTime;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.foundation.ui.ConfirmDialog;
import nl.buurtbundel.foundation.ui.DayField;
import nl.buurtbundel.foundation.ui.FieldRefusal;
import nl.buurtbundel.foundation.ui.Required;
import nl.buurtbundel.foundation.ui.TimeField;
import nl.buurtbundel.suggestion.Invitation;

/** Asks when and where there is coffee, and whom people can call. */
final class InvitationDialog extends Div {
    private final DatePicker day = new DayField(getTranslation("suggestion.invite.day"));
    private final TimeField time = new TimeField(getTranslation("suggestion.invite.time"));
    private final TextField place = new TextField(getTranslation("suggestion.invite.place"));
    private final TextField contact = new TextField(getTranslation("suggestion.invite.contact"));
    private final ConfirmDialog dialog;

    InvitationDialog(SerializableConsumer<Invitation> invite) {
        day.setRequiredIndicatorVisible(true);
        time.setRequiredIndicatorVisible(true);
        place.setRequiredIndicatorVisible(true);
        place.setMaxLength(200);
        contact.setRequiredIndicatorVisible(true);
        contact.setMaxLength(200);
        dialog = new ConfirmDialog(
                        getTranslation("suggestion.invite.title"),
                        getTranslation("suggestion.invite.question"),
                        getTranslation("suggestion.invite.who-sees"),
                        getTranslation("suggestion.invite.make"),
                        () -> send(invite))
                .with(day, time, place, contact);
    }

    void open() {
        dialog.open();
    }

    ConfirmDialog dialog() {
        return dialog;
    }

    private void send(SerializableConsumer<Invitation> invite) {
        Invitation invitation = invitation();
        try {
            invite.accept(invitation);
        } catch (RuntimeException thrown) {
            if (Refusal.unwrapped(thrown) instanceof Refusal refusal
                    && refusal.code().equals("suggestion.error.invitation-in-the-past")) {
                throw FieldRefusal.at(day, refusal);
            }
            throw thrown;
        }
    }

    private Invitation invitation() {
        LocalDate on = Required.in(day);
        LocalTime at = time.time();
        return new Invitation(on.atTime(at), Required.in(place), Required.in(contact));
    }
}
