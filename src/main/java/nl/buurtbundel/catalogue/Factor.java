package nl.buurtbundel.catalogue;

import java.math.BigDecimal;
import nl.buurtbundel.foundation.Refusal;

/** One exact number of a quantity, and what it counts: 22 hours a week. */
public record Factor(BigDecimal number, Unit unit) {

    public Factor {
        if (number.signum() < 0) {
            throw new Refusal("catalogue.error.quantity-negative");
        }
    }

    public static Factor of(String number, Unit unit) {
        return new Factor(new BigDecimal(number), unit);
    }

    public static Factor of(long number, Unit unit) {
        return new Factor(BigDecimal.valueOf(number), unit);
    }
}
