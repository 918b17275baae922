package nl.buurtbundel.foundation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.component.textfield.IntegerField;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A field that may stay empty. Of what cannot be read it has no value either, and that is not the same: it is refused. */
public final class IfGiven {

    private IfGiven() {}

    /** @throws nl.buurtbundel.foundation.Refusal that marks the field, if what was typed is no day */
    public static @Nullable LocalDate day(DatePicker field) {
        return in(field, "foundation.day.no-day");
    }

    /** @throws nl.buurtbundel.foundation.Refusal that marks and names the field, if what was typed is no whole number */
    public static @Nullable Integer number(IntegerField field) {
        return in(field, "foundation.error.number");
    }

    private static <T, F extends Component & HasValue<?, T> & HasLabel & HasValidationProperties> @Nullable T in(
            F field, String code) {
        if (field.isEmpty() && field.isInvalid()) {
            throw new FieldRefusal(field, code, Required.label(field));
        }
        return field.getValue();
    }
}
