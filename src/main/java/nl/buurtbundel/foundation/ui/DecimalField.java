package nl.buurtbundel.foundation.ui;

import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.Optional;
import nl.buurtbundel.foundation.DecimalText;
import nl.buurtbundel.foundation.EuroText;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A number with decimals, behind a comma or a point. The library’s own field throws away the sign that the language does not
 * use, so that 12.50 becomes 1250; this one understands it, and has no number when what was typed is not one.
 */
public final class DecimalField extends TextField {

    public DecimalField() {
        getElement().setAttribute("inputmode", "decimal");
    }

    public DecimalField(String label) {
        this();
        setLabel(label);
    }

    public @Nullable BigDecimal number() {
        return DecimalText.read(getValue(), getLocale()).orElse(null);
    }

    /** @throws nl.buurtbundel.foundation.Refusal if what was typed is no amount, or a higher one than any */
    public Money euros() {
        return EuroText.read(getValue(), getLocale(), getLabel() == null ? "" : getLabel());
    }

    public Optional<Money> findEuros() {
        return EuroText.find(getValue(), getLocale());
    }

    public void setNumber(BigDecimal number) {
        setValue(DecimalText.write(number, getLocale()));
    }
}
