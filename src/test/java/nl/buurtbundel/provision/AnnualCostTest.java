package nl.buurtbundel.provision;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Random;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Period;
import org.junit.jupiter.api.Test;

class AnnualCostTest {
    private static final Period YEAR = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
    private static final Period OPEN = Period.from(LocalDate.of(2026, 1, 1));
    private static final Price PER_HOUR = Price.perUnit(Unit.HOUR, Money.ofEuros(76));

    @Test
    void the_worked_example_holds_to_the_cent() {
        AnnualCost light = AnnualCost.of(new Extent(120, Unit.MINUTE, Frequency.WEEK), null, YEAR, PER_HOUR);
        AnnualCost heavy = AnnualCost.of(
                new Extent(150, Unit.MINUTE, Frequency.WEEK), null, YEAR, Price.perUnit(Unit.HOUR, Money.ofEuros(98)));

        assertThat(light.amount()).isEqualTo(Money.parse("7925.28"));
        assertThat(light.amount().times(56)).isEqualTo(Money.parse("443815.68"));
        assertThat(heavy.amount().times(42)).isEqualTo(Money.parse("536520.60"));
    }

    @Test
    void minutes_are_divided_by_sixty_once_and_rounded_once() {
        // 7 minutes a week at € 0.10 an hour: 7 × 52.14 × 10 ÷ 60 = 60.83 cents; rounding the hour price first gives 0
        assertThat(AnnualCost.of(
                                new Extent(7, Unit.MINUTE, Frequency.WEEK),
                                null,
                                YEAR,
                                Price.perUnit(Unit.HOUR, Money.ofCents(10)))
                        .amount())
                .isEqualTo(Money.ofCents(61));
    }

    @Test
    void a_price_per_minute_prices_hours_and_the_other_way_round() {
        Price perMinute = Price.perUnit(Unit.MINUTE, Money.ofCents(100));

        assertThat(AnnualCost.of(new Extent(2, Unit.HOUR, Frequency.MONTH), null, OPEN, perMinute)
                        .amount())
                .isEqualTo(Money.ofEuros(2 * 60 * 12));
    }

    @Test
    void a_half_of_a_cent_goes_up() {
        // half a year and one day less than half: 183 of 365 days
        Period days = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 2));
        assertThat(AnnualCost.of(null, Money.ofCents(1), days, null).amount()).isEqualTo(Money.ofCents(183));
    }

    @Test
    void money_as_volume_is_in_cents_and_needs_no_tariff() {
        assertThat(AnnualCost.of(new Extent(12_345, Unit.EURO, Frequency.MONTH), null, OPEN, null)
                        .amount())
                .isEqualTo(Money.ofCents(12_345 * 12));
    }

    @Test
    void a_total_is_spread_over_its_period() {
        Period twoYears = new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 12, 31));

        assertThat(AnnualCost.of(new Extent(100, Unit.HOUR, Frequency.WHOLE_PERIOD), null, twoYears, PER_HOUR)
                        .amount())
                .isEqualTo(Money.ofEuros(3800));
        assertThat(AnnualCost.of(null, Money.ofEuros(730), twoYears, null).amount())
                .isEqualTo(Money.ofEuros(365));
    }

    @Test
    void a_trajectory_costs_its_price_once_in_its_period() {
        Price trajectory = new Price(ContractForm.PER_TRAJECTORY, null, Money.ofEuros(4000));
        Period twoYears = new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 12, 31));

        assertThat(AnnualCost.of(new Extent(60, Unit.MINUTE, Frequency.WEEK), null, twoYears, trajectory)
                        .amount())
                .isEqualTo(Money.ofEuros(2000));
    }

    @Test
    void what_is_missing_makes_it_unknown_and_never_nothing() {
        Extent weekly = new Extent(120, Unit.MINUTE, Frequency.WEEK);

        assertThat(AnnualCost.of(weekly, null, YEAR, null).unknown()).isEqualTo(UnknownReason.NO_TARIFF);
        assertThat(AnnualCost.of(null, null, YEAR, PER_HOUR).unknown()).isEqualTo(UnknownReason.NO_VOLUME);
        assertThat(AnnualCost.of(new Extent(5, Unit.HOUR, Frequency.WHOLE_PERIOD), null, OPEN, PER_HOUR)
                        .unknown())
                .isEqualTo(UnknownReason.NO_END_DATE);
        assertThat(AnnualCost.of(new Extent(5, Unit.HALF_DAY, Frequency.WEEK), null, YEAR, PER_HOUR)
                        .unknown())
                .isEqualTo(UnknownReason.OTHER_UNIT);
        assertThat(AnnualCost.of(weekly, null, YEAR, new Price(ContractForm.LUMP_SUM, null, null))
                        .unknown())
                .isEqualTo(UnknownReason.LUMP_SUM);
    }

    @Test
    void any_volume_and_price_is_the_exact_product_rounded_once() {
        Random random = new Random(20260101);
        for (int i = 0; i < 2_000; i++) {
            long volume = random.nextInt(100_000_000);
            long cents = 1 + random.nextInt(100_000);
            BigDecimal exact = BigDecimal.valueOf(volume)
                    .multiply(BigDecimal.valueOf(cents))
                    .multiply(new BigDecimal("52.14"))
                    .divide(BigDecimal.valueOf(60), 0, RoundingMode.HALF_UP);
            AnnualCost cost = AnnualCost.of(
                    new Extent(volume, Unit.MINUTE, Frequency.WEEK),
                    null,
                    YEAR,
                    Price.perUnit(Unit.HOUR, Money.ofCents(cents)));
            assertThat(cost.amount().cents()).isEqualTo(exact.longValueExact());
        }
    }

    @Test
    void a_week_is_counted_in_minutes_or_half_days() {
        assertThat(new Extent(120, Unit.MINUTE, Frequency.WEEK).weeklyMinutes(YEAR))
                .hasValue(120);
        assertThat(new Extent(10, Unit.MINUTE, Frequency.DAY).weeklyMinutes(YEAR))
                .hasValue(70);
        assertThat(new Extent(10, Unit.HOUR, Frequency.MONTH).weeklyMinutes(YEAR))
                .hasValue(138);
        assertThat(new Extent(4, Unit.HALF_DAY, Frequency.WEEK).weeklyHalfDays(YEAR))
                .hasValue(4);
        assertThat(new Extent(4, Unit.HALF_DAY, Frequency.WEEK).weeklyMinutes(YEAR))
                .isEmpty();
        assertThat(new Extent(4, Unit.HOUR, Frequency.WHOLE_PERIOD).weeklyMinutes(OPEN))
                .isEmpty();
    }
}
