package nl.buurtbundel.foundation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValue;
import nl.buurtbundel.foundation.Refusal;
import org.jspecify.annotations.Nullable;

/** A field that must be filled in before its form can be sent. */
public final class Required {

    private Required() {}

    /** @throws Refusal if the field is empty */
    public static <T> T of(@Nullable T value) {
        if (value == null) {
            throw new Refusal("foundation.error.fill-in");
        }
        return value;
    }

    /** @throws Refusal that marks and names the field, if it is empty */
    public static <T, F extends Component & HasValue<?, T> & HasLabel> T in(F field) {
        return in(field, "foundation.error.fill-in-field");
    }

    /** @throws Refusal that marks and names the field, if no whole number was typed in it */
    public static <F extends Component & HasValue<?, Integer> & HasLabel> int number(F field) {
        return in(field, "foundation.error.number");
    }

    private static <T, F extends Component & HasValue<?, T> & HasLabel> T in(F field, String code) {
        T value = field.getValue();
        if (value == null || field.isEmpty()) {
            throw new FieldRefusal(field, code, label(field));
        }
        return value;
    }

    static String label(HasLabel field) {
        String label = field.getLabel();
        return label == null ? "" : label;
    }
}
