package nl.buurtbundel.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PeriodTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    @Test
    void the_nearest_day_of_a_period_is_the_day_itself_or_the_end_on_that_side() {
        Period year = new Period(FIRST, LAST);

        assertThat(year.nearestTo(FIRST.minusDays(1))).isEqualTo(FIRST);
        assertThat(year.nearestTo(FIRST.plusDays(1))).isEqualTo(FIRST.plusDays(1));
        assertThat(year.nearestTo(LAST)).isEqualTo(LAST);
        assertThat(year.nearestTo(LAST.plusDays(1))).isEqualTo(LAST);
        assertThat(Period.from(FIRST).nearestTo(LAST.plusYears(1))).isEqualTo(LAST.plusYears(1));
    }
}
