package nl.buurtbundel.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import nl.buurtbundel.budget.MonthlyCover;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import org.junit.jupiter.api.Test;

class GrantYearsTest {
    private static final Money START_UP = Money.ofCents(1_800_000);
    private static final Money A_YEAR = Money.ofCents(16_066_544);

    @Test
    void each_year_is_granted_what_its_months_cost_to_the_cent() {
        for (int month = 1; month <= 12; month++) {
            LocalDate start = LocalDate.of(2027, month, 1);
            MonthlyCover months = MonthlyCover.of(
                    YearMonth.from(start), START_UP, A_YEAR, List.of(), List.of(), MonthlyCover.Basis.SUGGESTION);
            for (YearAmount granted : GrantYears.of(start, START_UP, A_YEAR)) {
                assertThat(Money.sum(months.months().stream()
                                .filter(one ->
                                        FiscalYear.of(one.month().atDay(1)).equals(granted.year()))
                                .map(MonthlyCover.Month::cost)
                                .toList()))
                        .as("%s of a plan that starts on %s", granted.year(), start)
                        .isEqualTo(granted.amount());
            }
        }
    }
}
