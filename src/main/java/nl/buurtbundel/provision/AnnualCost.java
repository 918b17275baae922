package nl.buurtbundel.provision;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Period;
import org.jspecify.annotations.Nullable;

/**
 * What a provision costs in a year, or why that is unknown: exactly one of the two. A year has 365 days, 52.14 weeks and 12
 * months. The sum is one exact fraction, rounded half up once, at the end.
 */
public record AnnualCost(@Nullable Money amount, @Nullable UnknownReason unknown) {
    private static final long DAYS = 365;
    /** All of it, in basis points. */
    static final int WHOLE = 10_000;

    public AnnualCost {
        if ((amount == null) == (unknown == null)) {
            throw new IllegalArgumentException("either an amount or a reason why it is unknown");
        }
    }

    public static AnnualCost known(Money amount) {
        return new AnnualCost(amount, null);
    }

    public static AnnualCost unknown(UnknownReason reason) {
        return new AnnualCost(null, reason);
    }

    /**
     * @param extent how much is allocated, if the allocation says
     * @param budget the amount for the whole period, if the allocation names one instead
     * @param price what the contract says, if it is known
     */
    public static AnnualCost of(@Nullable Extent extent, @Nullable Money budget, Period period, @Nullable Price price) {
        if (price != null && price.form() == ContractForm.LUMP_SUM) {
            return unknown(UnknownReason.LUMP_SUM);
        }
        if (budget != null) {
            return overPeriod(BigInteger.valueOf(budget.cents()), BigInteger.ONE, period);
        }
        if (extent == null) {
            return unknown(UnknownReason.NO_VOLUME);
        }
        BigInteger volume = BigInteger.valueOf(extent.volume());
        if (extent.unit() == Unit.EURO) {
            return yearly(volume, BigInteger.ONE, extent.frequency(), period);
        }
        if (price == null || price.amount() == null) {
            return unknown(UnknownReason.NO_TARIFF);
        }
        BigInteger cents = BigInteger.valueOf(price.amount().cents());
        if (isTrajectory(extent, price.form())) {
            return overPeriod(cents, BigInteger.ONE, period);
        }
        if (!price.suits(extent)) {
            return unknown(UnknownReason.OTHER_UNIT);
        }
        Unit priced = price.unit() == null ? extent.unit() : price.unit();
        return yearly(
                volume.multiply(cents).multiply(BigInteger.valueOf(extent.unit().minutes())),
                BigInteger.valueOf(priced.minutes()),
                extent.frequency(),
                period);
    }

    /** Whether what is paid does not depend on how long the period is. */
    static boolean isForWholePeriod(@Nullable Extent extent, @Nullable Money budget, @Nullable ContractForm form) {
        return budget != null
                || extent != null && (extent.frequency() == Frequency.WHOLE_PERIOD || isTrajectory(extent, form));
    }

    /** One price for all of it, however much; an allocation in euros or in pieces says itself how much is paid. */
    private static boolean isTrajectory(Extent extent, @Nullable ContractForm form) {
        return form == ContractForm.PER_TRAJECTORY
                && extent.unit() != Unit.EURO
                && !extent.unit().isPiece();
    }

    public Optional<Money> find() {
        return Optional.ofNullable(amount);
    }

    public boolean isKnown() {
        return amount != null;
    }

    /**
     * What it is expected to cost in a year: what was declared where that is known, else this times the part that is assumed to
     * be used. None while that is unknown, and where the contract has no price per household.
     */
    Optional<Money> expected(@Nullable Money declared, @Nullable ContractForm form, int usageBasisPoints) {
        if (form == ContractForm.LUMP_SUM) {
            return Optional.empty();
        }
        return declared != null
                ? Optional.of(declared)
                : find().map(whole -> whole.timesFraction(usageBasisPoints, WHOLE));
    }

    private static AnnualCost yearly(BigInteger numerator, BigInteger denominator, Frequency frequency, Period period) {
        if (frequency == Frequency.WHOLE_PERIOD) {
            return overPeriod(numerator, denominator, period);
        }
        return known(rounded(
                numerator.multiply(BigInteger.valueOf(frequency.hundredthsAYear())),
                denominator.multiply(BigInteger.valueOf(100))));
    }

    private static AnnualCost overPeriod(BigInteger numerator, BigInteger denominator, Period period) {
        if (period.isOpenEnded()) {
            return unknown(UnknownReason.NO_END_DATE);
        }
        return known(rounded(
                numerator.multiply(BigInteger.valueOf(DAYS)), denominator.multiply(BigInteger.valueOf(period.days()))));
    }

    private static Money rounded(BigInteger numerator, BigInteger denominator) {
        return Money.ofCents(new BigDecimal(numerator)
                .divide(new BigDecimal(denominator), 0, RoundingMode.HALF_UP)
                .longValueExact());
    }
}
