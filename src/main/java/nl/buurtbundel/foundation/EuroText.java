package nl.buurtbundel.foundation;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import nl.buurtbundel.money.Money;

/** An amount of euros as people type it, in whole cents and not above what any municipality spends at once. */
public final class EuroText {
    public static final Money HIGHEST = Money.parse("999999999.99");
    private static final int CENTS = 2;

    private EuroText() {}

    /**
     * @param name how the field is called
     * @throws Refusal that names the field, and what was expected there
     */
    public static Money read(String typed, Locale locale, String name) {
        BigDecimal euros = DecimalText.read(typed, locale).orElse(null);
        boolean tooHigh = euros == null
                ? typed.replaceAll("[€\\s.,\\u00a0\\u202f]", "").matches("\\d{16,}")
                : euros.compareTo(HIGHEST.inEuros()) > 0;
        if (tooHigh) {
            throw new Refusal("foundation.error.amount-too-high", name, HIGHEST.inEuros());
        }
        if (euros == null || euros.stripTrailingZeros().scale() > CENTS) {
            throw new Refusal("foundation.error.amount", name);
        }
        return Money.ofEuros(euros);
    }

    /** The amount, while somebody may still be typing it. */
    public static Optional<Money> find(String typed, Locale locale) {
        try {
            return Optional.of(read(typed, locale, ""));
        } catch (Refusal notYetAnAmount) {
            return Optional.empty();
        }
    }
}
