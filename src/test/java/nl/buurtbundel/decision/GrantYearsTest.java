package nl.buurtbundel.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import nl.buurtbundel.budget.MonthlyCover;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import org.junit.jupiter.api.Test;

class GrantYearsTest {

    @Test
    void a_year_is_the_sum_of_the_months_that_the_decider_sees() {
        Random random = new Random(20_261_122);
        for (int round = 0; round < 500; round++) {
            LocalDate start = LocalDate.of(2027, 1 + random.nextInt(12), 1);
            Money startUp = Money.ofCents(random.nextInt(3_000_000));
            Money yearly = Money.ofCents(1 + random.nextInt(30_000_000));
            List<YearAmount> years = GrantYears.of(start, startUp, yearly);
            MonthlyCover cover = MonthlyCover.of(
                    YearMonth.from(start),
                    startUp,
                    yearly,
                    List.of(),
                    List.of(),
                    List.of(),
                    MonthlyCover.Basis.UNKNOWN);
            for (YearAmount year : years) {
                assertThat(year.amount())
                        .isEqualTo(Money.sum(cover.months().stream()
                                .filter(month ->
                                        FiscalYear.of(month.month().atDay(1)).equals(year.year()))
                                .map(MonthlyCover.Month::cost)
                                .toList()));
            }
            assertThat(Money.sum(years.stream().map(YearAmount::amount).toList()))
                    .isEqualTo(startUp.plus(yearly));
        }
    }
}
