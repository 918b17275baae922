package nl.buurtbundel.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import nl.buurtbundel.budget.MonthlyCover;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.provision.ContractForm;
import nl.buurtbundel.provision.Need;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReleaseCalendarTest {
    private static final YearMonth APRIL = YearMonth.of(2027, 4);

    @Test
    void one_line_for_each_month_need_form_and_whether_it_is_certain() {
        ReleaseCalendar calendar = ReleaseCalendar.of(
                List.of(
                        part(APRIL, ContractForm.PER_UNIT, false, 100, ReleaseLikelihood.RUNNING),
                        part(APRIL, ContractForm.PER_UNIT, false, 200, ReleaseLikelihood.ORDERED),
                        part(APRIL, ContractForm.PER_UNIT, true, 400, ReleaseLikelihood.STOPPED),
                        part(APRIL, null, false, 800, ReleaseLikelihood.GRANTED),
                        part(APRIL.minusMonths(1), ContractForm.PER_UNIT, false, 1_600, ReleaseLikelihood.GRANTED)),
                List.of(),
                true);

        assertThat(calendar.lines())
                .extracting(line -> line.aYear().cents() / 100)
                .containsExactly(1_600L, 300L, 400L, 800L);
        ReleaseCalendar.Line expected = calendar.lines().get(1);
        assertThat(expected.low()).isEqualTo(Money.ofEuros(60 + 170));
        assertThat(expected.likely()).isEqualTo(Money.ofEuros(80 + 190));
        assertThat(expected.high()).isEqualTo(Money.ofEuros(300));
        ReleaseCalendar.Line certain = calendar.lines().get(2);
        assertThat(List.of(certain.low(), certain.likely(), certain.high())).containsOnly(Money.ofEuros(400));
    }

    @Test
    void plans_that_begin_in_different_months_are_added_up_and_what_is_expected_is_weighed() {
        ReleaseCalendar calendar = ReleaseCalendar.of(
                List.of(),
                List.of(
                        plan(APRIL, 1_200, ReleaseLikelihood.RUNNING),
                        plan(APRIL.plusMonths(6), 2_400, ReleaseLikelihood.GRANTED)),
                true);

        assertThat(calendar.months()).hasSize(18);
        ReleaseCalendar.Month first = calendar.months().get(0);
        assertThat(first.month()).isEqualTo(APRIL);
        assertThat(first.cost()).isEqualTo(Money.ofEuros(100));
        assertThat(first.uncovered()).isEqualTo(Money.ofEuros(100));
        // half of each comes free from the start on: likely 80 % of the one, 70 % of the other
        assertThat(first.likely()).isEqualTo(Money.ofEuros(40));
        ReleaseCalendar.Month last = calendar.months().get(17);
        assertThat(last.cost()).isEqualTo(Money.ofEuros(3_600));
        assertThat(last.likely()).isEqualTo(Money.ofEuros(480 + 840));
        assertThat(last.certain()).isEqualTo(Money.ZERO);
        assertThat(last.notBorne()).isEqualTo(last.uncovered());
    }

    private static ReleaseCalendar.Expected part(
            YearMonth from, @Nullable ContractForm form, boolean certain, long euros, ReleaseLikelihood likelihood) {
        return new ReleaseCalendar.Expected(
                from, Need.PARENTING_SUPPORT, form, certain, Money.ofEuros(euros), likelihood);
    }

    private static ReleaseCalendar.FirstYear plan(YearMonth first, long euros, ReleaseLikelihood likelihood) {
        return new ReleaseCalendar.FirstYear(
                MonthlyCover.of(
                        first,
                        Money.ZERO,
                        Money.ofEuros(euros),
                        List.of(new MonthlyCover.Release(first, Money.ofEuros(euros / 2), false)),
                        List.of(),
                        List.of(),
                        MonthlyCover.Basis.HOUSEHOLDS),
                likelihood);
    }
}
