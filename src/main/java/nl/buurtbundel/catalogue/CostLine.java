package nl.buurtbundel.catalogue;

import java.math.BigDecimal;
import java.util.List;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.Money;

/**
 * A named price times a quantity, with the assumption behind it. There is no cost without such a line.
 *
 * @param id names the line within its alternative, over versions
 * @param factors multiplied with each other and the price; none: once
 * @param assumption of the price and the quantity together, the weaker of the two
 */
public record CostLine(
        String id,
        Text name,
        Money price,
        PricePer pricePer,
        List<Factor> factors,
        Basis basis,
        Assumption assumption) {

    /** What the line is paid for. */
    public enum Basis {
        /** Each group, however many households come. */
        GROUP,
        /** Each household that takes part. */
        HOUSEHOLD
    }

    public CostLine {
        if (id.isBlank()) {
            throw new Refusal("catalogue.error.text-missing");
        }
        if (price.isNegative()) {
            throw new Refusal("catalogue.error.price-negative");
        }
        factors = List.copyOf(factors);
    }

    public BigDecimal quantity() {
        return factors.stream().map(Factor::number).reduce(BigDecimal.ONE, BigDecimal::multiply);
    }

    /** For one group or one household in a year, rounded to whole cents: what one more really costs. */
    public Money amount() {
        return price.times(quantity());
    }

    public Money amount(int groups, int households) {
        return amount().times(basis == Basis.GROUP ? groups : households);
    }

    /** As many numbers as before, of the same kinds: a line says the same thing with another quantity. */
    CostLine withFactors(List<Factor> newFactors) {
        boolean same = newFactors.stream()
                .map(Factor::unit)
                .toList()
                .equals(factors.stream().map(Factor::unit).toList());
        if (!same) {
            throw new IllegalArgumentException("another line: " + newFactors);
        }
        return new CostLine(id, name, price, pricePer, newFactors, basis, assumption);
    }

    CostLine withPrice(Money newPrice, Assumption newAssumption) {
        return new CostLine(id, name, newPrice, pricePer, factors, basis, newAssumption);
    }
}
