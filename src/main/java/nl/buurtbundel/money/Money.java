package nl.buurtbundel.money;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Collection;

/**
 * An amount in whole euro cents, positive or negative. Arithmetic never loses a cent in silence: what does not fit in a
 * {@code long} throws {@link ArithmeticException}, and where rounding is needed the caller names it.
 */
public record Money(long cents) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    public static Money ofCents(long cents) {
        return cents == 0 ? ZERO : new Money(cents);
    }

    public static Money ofEuros(long euros) {
        return ofCents(Math.multiplyExact(euros, 100L));
    }

    /** An amount in euros, rounded half up (away from zero) to whole cents: the usual rule for a price times a quantity. */
    public static Money ofEuros(BigDecimal euros) {
        return ofCents(euros.movePointRight(2).setScale(0, RoundingMode.HALF_UP).longValueExact());
    }

    /**
     * Reads an amount with at most two decimals and a point as decimal sign, such as {@code 1250.5} or {@code -3.00}.
     *
     * @throws NumberFormatException if the text is no such amount
     */
    public static Money parse(String text) {
        BigDecimal euros = new BigDecimal(text.strip());
        if (euros.stripTrailingZeros().scale() > 2) {
            throw new NumberFormatException("more than two decimals: " + text);
        }
        try {
            return ofCents(euros.movePointRight(2).longValueExact());
        } catch (ArithmeticException tooLarge) {
            throw new NumberFormatException("too large for an amount: " + text);
        }
    }

    public static Money sum(Collection<Money> amounts) {
        return amounts.stream().reduce(ZERO, Money::plus);
    }

    public Money plus(Money other) {
        return ofCents(Math.addExact(cents, other.cents));
    }

    public Money minus(Money other) {
        return ofCents(Math.subtractExact(cents, other.cents));
    }

    public Money negated() {
        return ofCents(Math.negateExact(cents));
    }

    public Money times(long factor) {
        return ofCents(Math.multiplyExact(cents, factor));
    }

    /** This amount times an exact factor, rounded half up once, at the end. */
    public Money times(BigDecimal factor) {
        return ofCents(factor.multiply(BigDecimal.valueOf(cents))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    /**
     * This amount times {@code numerator / denominator}, rounded half up once, at the end. Use it instead of a division
     * followed by a multiplication, which would round twice.
     */
    public Money timesFraction(long numerator, long denominator) {
        BigDecimal product = new BigDecimal(BigInteger.valueOf(cents).multiply(BigInteger.valueOf(numerator)));
        return ofCents(product.divide(BigDecimal.valueOf(denominator), 0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    public boolean isNegative() {
        return cents < 0;
    }

    public boolean isPositive() {
        return cents > 0;
    }

    public boolean isZero() {
        return cents == 0;
    }

    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Money max(Money other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public BigDecimal inEuros() {
        return BigDecimal.valueOf(cents, 2);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(cents, other.cents);
    }

    /** Euros with a decimal point, for logs and files. Screens format by language. */
    @Override
    public String toString() {
        return inEuros().toPlainString();
    }
}
