package nl.buurtbundel.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import org.junit.jupiter.api.Test;

class FreedMoneyTest {
    private static final LocalDate NEW_YEARS_EVE_2026 = LocalDate.of(2026, 12, 31);

    @Test
    void a_whole_year_frees_exactly_a_years_cost_also_in_a_leap_year() {
        for (int year = 2024; year <= 2032; year++) {
            FreedMoney freed = FreedMoney.of(
                    Money.parse("8502.92"), LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31), List.of());
            assertThat(freed.byYear()).isEqualTo(Map.of(new FiscalYear(year), Money.parse("8502.92")));
        }
    }

    @Test
    void the_days_count_from_the_day_after_the_last() {
        assertThat(FreedMoney.of(Money.ofEuros(365), LocalDate.of(2026, 12, 30), NEW_YEARS_EVE_2026, List.of())
                        .total())
                .isEqualTo(Money.ofEuros(1));
        assertThat(FreedMoney.of(Money.ofEuros(366), LocalDate.of(2028, 2, 28), LocalDate.of(2028, 2, 29), List.of())
                        .total())
                .isEqualTo(Money.ofEuros(1));
        assertThat(FreedMoney.of(Money.ofEuros(365), NEW_YEARS_EVE_2026, NEW_YEARS_EVE_2026, List.of()))
                .isEqualTo(FreedMoney.NOTHING);
        assertThat(FreedMoney.of(Money.ofEuros(365), NEW_YEARS_EVE_2026, LocalDate.of(2026, 6, 1), List.of()))
                .isEqualTo(FreedMoney.NOTHING);
    }

    @Test
    void money_falls_in_the_year_of_its_days() {
        FreedMoney freed =
                FreedMoney.of(Money.ofEuros(3_650), LocalDate.of(2026, 12, 21), LocalDate.of(2027, 1, 20), List.of());
        assertThat(freed.byYear())
                .isEqualTo(Map.of(
                        new FiscalYear(2026), Money.ofEuros(100),
                        new FiscalYear(2027), Money.ofEuros(200)));
    }

    @Test
    void a_successor_takes_its_part_of_the_same_days_and_a_dearer_one_frees_nothing() {
        LocalDate stop = LocalDate.of(2026, 6, 30);
        assertThat(FreedMoney.of(Money.ofEuros(3_650), stop, NEW_YEARS_EVE_2026, after(stop, Money.ofEuros(1_095)))
                        .total())
                .isEqualTo(Money.ofEuros(184 * 7));
        assertThat(FreedMoney.of(Money.ofEuros(3_650), stop, NEW_YEARS_EVE_2026, after(stop, Money.ofEuros(3_650))))
                .isEqualTo(FreedMoney.NOTHING);
        assertThat(FreedMoney.of(Money.ofEuros(3_650), stop, NEW_YEARS_EVE_2026, after(stop, Money.ofEuros(9_000))))
                .isEqualTo(FreedMoney.NOTHING);
    }

    @Test
    void help_that_begins_later_takes_its_part_from_then_on_and_unknown_cost_all_of_it() {
        LocalDate stop = LocalDate.of(2026, 6, 30);
        LocalDate later = LocalDate.of(2026, 10, 1);
        FreedMoney.TakenOver part = new FreedMoney.TakenOver(later, null, Money.ofEuros(1_095));
        assertThat(FreedMoney.of(Money.ofEuros(3_650), stop, NEW_YEARS_EVE_2026, List.of(part))
                        .total())
                .isEqualTo(Money.ofEuros(92 * 10 + 92 * 7));
        FreedMoney.TakenOver unknown = new FreedMoney.TakenOver(later, null, null);
        assertThat(FreedMoney.of(Money.ofEuros(3_650), stop, NEW_YEARS_EVE_2026, List.of(unknown))
                        .total())
                .isEqualTo(Money.ofEuros(92 * 10));
    }

    @Test
    void help_after_help_is_counted_once_and_its_end_frees_nothing_of_the_first() {
        LocalDate stop = LocalDate.of(2026, 6, 30);
        LocalDate middle = LocalDate.of(2026, 9, 30);
        FreedMoney.TakenOver first = new FreedMoney.TakenOver(stop.plusDays(1), middle, Money.ofEuros(1_095));
        FreedMoney.TakenOver second = new FreedMoney.TakenOver(middle.plusDays(1), null, Money.ofEuros(2_190));
        assertThat(FreedMoney.of(Money.ofEuros(3_650), stop, NEW_YEARS_EVE_2026, List.of(first, second))
                        .total())
                .isEqualTo(Money.ofEuros(92 * 7 + 92 * 4));
        assertThat(FreedMoney.of(Money.ofEuros(3_650), stop, NEW_YEARS_EVE_2026, List.of(first))
                        .total())
                .isEqualTo(Money.ofEuros(184 * 7));
    }

    private static List<FreedMoney.TakenOver> after(LocalDate stop, Money aYear) {
        return List.of(new FreedMoney.TakenOver(stop.plusDays(1), null, aYear));
    }

    @Test
    void a_contract_without_a_price_frees_nothing() {
        assertThat(FreedMoney.of(null, LocalDate.of(2026, 6, 30), NEW_YEARS_EVE_2026, List.of()))
                .isEqualTo(FreedMoney.NOTHING);
    }

    @Test
    void each_year_agrees_to_the_cent_with_a_count_of_days() {
        Random random = new Random(305);
        for (int i = 0; i < 1_000; i++) {
            Money aYear = Money.ofCents(random.nextInt(3_000_000) + 1);
            LocalDate lastDay = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(1_200));
            LocalDate until = lastDay.plusDays(random.nextInt(1_500));
            FreedMoney freed = FreedMoney.of(aYear, lastDay, until, List.of());
            for (int year = 2026; year <= 2035; year++) {
                int days = 0;
                for (LocalDate day = lastDay.plusDays(1); !day.isAfter(until); day = day.plusDays(1)) {
                    days += day.getYear() == year ? 1 : 0;
                }
                BigDecimal cents = BigDecimal.valueOf(aYear.cents())
                        .multiply(BigDecimal.valueOf(days))
                        .divide(BigDecimal.valueOf(LocalDate.of(year, 1, 1).lengthOfYear()), 0, RoundingMode.HALF_UP);
                assertThat(freed.byYear().getOrDefault(new FiscalYear(year), Money.ZERO))
                        .isEqualTo(Money.ofCents(cents.longValueExact()));
            }
        }
    }
}
