package nl.buurtbundel.foundation.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.HasValue.ValueChangeEvent;
import com.vaadin.flow.component.shared.HasValidationProperties;
import com.vaadin.flow.shared.Registration;
import java.util.Locale;
import nl.buurtbundel.foundation.Refusal;
import org.jspecify.annotations.Nullable;

/** A rule said no to what stands in one field: the field says so itself, and who fills in the form comes back to it. */
public final class FieldRefusal extends Refusal {
    private final transient Component field;
    private transient @Nullable Registration watch;

    public FieldRefusal(Component field, String code, Object... parameters) {
        super(code, parameters);
        this.field = field;
    }

    /** The same refusal, now that it is known which field it is about. */
    public static FieldRefusal at(Component field, Refusal refusal) {
        return new FieldRefusal(field, refusal.code(), refusal.parameters().toArray());
    }

    /** Marks the field until something else is filled in, and gives it the focus. */
    void mark(Locale locale) {
        if (field instanceof HasValidationProperties marked) {
            marked.setErrorMessage(text(locale));
            marked.setInvalid(true);
        }
        if (field instanceof HasValue<?, ?> value) {
            watch = value.addValueChangeListener(this::changed);
        }
        field.getElement().callJsFunction("focus");
    }

    private void changed(ValueChangeEvent<?> change) {
        if (watch != null) {
            watch.remove();
        }
        if (field instanceof HasValidationProperties marked
                && !change.getHasValue().isEmpty()) {
            marked.setInvalid(false);
        }
    }
}
