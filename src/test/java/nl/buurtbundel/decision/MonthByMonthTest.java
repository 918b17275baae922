package nl.buurtbundel.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Random;
import nl.buurtbundel.decision.MonthByMonth.PreFinancingSource;
import nl.buurtbundel.money.Money;
import org.junit.jupiter.api.Test;

class MonthByMonthTest {
    private static final LocalDate START = LocalDate.of(2026, 9, 1);

    @Test
    void the_worked_example_leaves_uncovered_what_it_says() {
        // likely, releases three months late, start-up paid at once: the model document says 44,744.50
        MonthByMonth months = MonthByMonth.of(
                START,
                Money.ofEuros(18_000),
                Money.parse("160665.44"),
                Money.ZERO,
                Money.parse("178561.25"),
                Money.ZERO,
                new PreFinancingSource(Money.ofEuros(200_000), null));
        MonthLine last = months.lines().get(11);
        assertThat(last.cost()).isEqualTo(Money.parse("178665.44"));
        assertThat(last.cost().minus(last.forecast())).isEqualTo(Money.parse("44744.50"));
        assertThat(last.notYetCovered()).isEqualTo(Money.parse("178665.44"));
        assertThat(last.month()).isEqualTo(YearMonth.of(2027, 8));
    }

    @Test
    void every_cent_of_cost_is_borne_by_exactly_one_source_or_stands_open() {
        Random random = new Random(12);
        for (int i = 0; i < 500; i++) {
            MonthByMonth months = MonthByMonth.of(
                    START,
                    cents(random),
                    cents(random),
                    cents(random),
                    random.nextBoolean() ? cents(random) : null,
                    cents(random),
                    new PreFinancingSource(cents(random), START.plusMonths(random.nextInt(14))));
            Money yearly = months.lines().get(11).cost();
            assertThat(yearly.cents()).isNotNegative();
            for (MonthLine line : months.lines()) {
                Money borne = line.appropriation().plus(line.preFinancing()).plus(line.open());
                assertThat(borne).isEqualTo(line.notYetCovered());
                assertThat(line.realised().min(line.cost()).plus(borne)).isEqualTo(line.cost());
            }
        }
    }

    @Test
    void a_forecast_covers_nothing() {
        MonthByMonth without = months(null);
        MonthByMonth with = months(Money.ofEuros(1_000_000));
        for (int i = 0; i < 12; i++) {
            assertThat(with.lines().get(i).notYetCovered())
                    .isEqualTo(without.lines().get(i).notYetCovered());
            assertThat(with.lines().get(i).open())
                    .isEqualTo(without.lines().get(i).open());
        }
    }

    @Test
    void pre_financing_bears_nothing_after_its_end() {
        MonthByMonth months = MonthByMonth.of(
                START,
                Money.ZERO,
                Money.ofEuros(12_000),
                Money.ZERO,
                null,
                Money.ZERO,
                new PreFinancingSource(Money.ofEuros(12_000), LocalDate.of(2026, 12, 31)));
        assertThat(months.lines().get(3).open()).isEqualTo(Money.ZERO);
        assertThat(months.lines().get(4).preFinancing()).isEqualTo(Money.ZERO);
        assertThat(months.lines().get(4).open()).isEqualTo(Money.ofEuros(5_000));
    }

    private static MonthByMonth months(Money forecast) {
        return MonthByMonth.of(
                START,
                Money.ofEuros(18_000),
                Money.ofEuros(120_000),
                Money.ofEuros(10_000),
                forecast,
                Money.ofEuros(30_000),
                new PreFinancingSource(Money.ofEuros(50_000), null));
    }

    private static Money cents(Random random) {
        return Money.ofCents(random.nextInt(20_000_000));
    }
}
