package nl.buurtbundel.foundation.ui;

import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.Optional;
import nl.buurtbundel.foundation.DecimalText;
import nl.buurtbundel.foundation.EuroText;
import nl.buurtbundel.foundation.Refusal;
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

    /** @throws Refusal that marks the field, if what was typed is no amount, or a higher one than any */
    public Money euros() {
        try {
            return EuroText.read(getValue(), getLocale(), Required.label(this));
        } catch (Refusal refusal) {
            throw FieldRefusal.at(this, refusal);
        }
    }

    /** @throws Refusal that marks the field, if what was typed is no amount of more than nothing */
    public Money eurosAboveZero() {
        Money amount = euros();
        if (!amount.isPositive()) {
            throw new FieldRefusal(this, "foundation.error.amount-above-zero", Required.label(this));
        }
        return amount;
    }

    public Optional<Money> findEuros() {
        return EuroText.find(getValue(), getLocale());
    }

    public void setNumber(BigDecimal number) {
        setValue(DecimalText.write(number, getLocale()));
    }
}
