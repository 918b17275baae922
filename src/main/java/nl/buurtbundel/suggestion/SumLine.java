package nl.buurtbundel.suggestion;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import nl.buurtbundel.catalogue.Assumption;
import nl.buurtbundel.catalogue.Factor;
import nl.buurtbundel.catalogue.PricePer;
import nl.buurtbundel.catalogue.Text;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * An amount that can be opened. Either it is the sum of its parts, or it is a price times factors, of which the price may in
 * turn be the sum of the parts. A line of which this is not so to the cent does not exist.
 *
 * @param price null for a plain sum
 * @param dividedBy the price times the factors is divided by this; usually 1
 */
public record SumLine(
        Text name,
        @Nullable Money price,
        @Nullable PricePer pricePer,
        List<Factor> factors,
        int dividedBy,
        Money amount,
        @Nullable Assumption assumption,
        List<SumLine> parts) {

    public SumLine {
        factors = List.copyOf(factors);
        parts = List.copyOf(parts);
        Money ofParts = Money.sum(parts.stream().map(SumLine::amount).toList());
        if (price == null) {
            require(amount.equals(ofParts), name);
        } else {
            require(amount.equals(product(price, factors, dividedBy)), name);
            require(parts.isEmpty() || price.equals(ofParts), name);
        }
    }

    static SumLine sum(Text name, List<SumLine> parts) {
        Money amount = Money.sum(parts.stream().map(SumLine::amount).toList());
        return new SumLine(name, null, null, List.of(), 1, amount, null, parts);
    }

    static SumLine product(
            Text name,
            Money price,
            PricePer pricePer,
            List<Factor> factors,
            int dividedBy,
            @Nullable Assumption assumption,
            List<SumLine> parts) {
        Money amount = product(price, factors, dividedBy);
        return new SumLine(name, price, pricePer, factors, dividedBy, amount, assumption, parts);
    }

    /** The amounts only, for comparing with a sum of another day. */
    SumLine withoutReasons() {
        return new SumLine(
                name,
                price,
                pricePer,
                factors,
                dividedBy,
                amount,
                null,
                parts.stream().map(SumLine::withoutReasons).toList());
    }

    private static Money product(Money price, List<Factor> factors, int dividedBy) {
        BigDecimal cents = factors.stream()
                .map(Factor::number)
                .reduce(BigDecimal.valueOf(price.cents()), BigDecimal::multiply)
                .divide(BigDecimal.valueOf(dividedBy), 0, RoundingMode.HALF_UP);
        return Money.ofCents(cents.longValueExact());
    }

    private static void require(boolean holds, Text name) {
        if (!holds) {
            throw new IllegalArgumentException("does not add up: " + name.en());
        }
    }
}
