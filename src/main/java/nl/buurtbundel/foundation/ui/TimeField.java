package nl.buurtbundel.foundation.ui;

import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalTime;
import nl.buurtbundel.foundation.TimeText;

/** A time of the day. The library’s own field reckons on with what no clock shows, so that 25:99 becomes 02:39. */
public final class TimeField extends TextField {

    public TimeField(String label) {
        super(label);
        setHelperText(getTranslation("foundation.time.help"));
        getElement().setAttribute("inputmode", "numeric");
    }

    /** @throws nl.buurtbundel.foundation.Refusal that marks the field and says what a time looks like */
    public LocalTime time() {
        return TimeText.read(getValue())
                .orElseThrow(() -> new FieldRefusal(this, "foundation.error.time", Required.label(this)));
    }
}
