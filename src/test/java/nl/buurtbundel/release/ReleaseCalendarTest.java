package nl.buurtbundel.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import nl.buurtbundel.budget.CoverKind;
import nl.buurtbundel.budget.MonthlyCover;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Split;
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

    @Test
    void a_plan_costs_no_more_than_what_was_granted_of_it() {
        ReleaseCalendar.Cost asked = new ReleaseCalendar.Cost(Money.ofEuros(60_000), Money.ofEuros(540_000));
        assertThat(asked.granted(Money.ofEuros(600_000))).isEqualTo(asked);
        assertThat(asked.granted(Money.ofEuros(280_000)))
                .isEqualTo(new ReleaseCalendar.Cost(Money.ofEuros(28_000), Money.ofEuros(252_000)));
    }

    /** Whatever plans there are: each month is what each of them is short of, and with cover for each year that is nothing. */
    @Test
    void what_is_told_of_several_plans_is_the_sum_of_what_is_told_of_each() {
        Random random = new Random(20261123);
        for (int round = 0; round < 200; round++) {
            List<ReleaseCalendar.FirstYear> plans = new ArrayList<>();
            boolean covered = random.nextBoolean();
            for (int i = 1 + random.nextInt(4); i > 0; i--) {
                plans.add(plan(random, covered));
            }
            List<ReleaseCalendar.Month> together =
                    ReleaseCalendar.of(List.of(), plans, true).months();
            List<ReleaseCalendar> apart = plans.stream()
                    .map(plan -> ReleaseCalendar.of(List.of(), List.of(plan), true))
                    .toList();
            for (ReleaseCalendar.Month month : together) {
                Money notBorne = Money.ZERO;
                Money cost = Money.ZERO;
                for (ReleaseCalendar one : apart) {
                    Optional<ReleaseCalendar.Month> until = one.months().stream()
                            .filter(each -> !each.month().isAfter(month.month()))
                            .reduce((earlier, later) -> later);
                    notBorne = notBorne.plus(
                            until.map(ReleaseCalendar.Month::notBorne).orElse(Money.ZERO));
                    cost = cost.plus(until.map(ReleaseCalendar.Month::cost).orElse(Money.ZERO));
                }
                assertThat(month.notBorne()).isEqualTo(notBorne);
                assertThat(month.cost()).isEqualTo(cost);
                assertThat(covered && notBorne.isPositive()).isFalse();
            }
        }
    }

    private static ReleaseCalendar.FirstYear plan(Random random, boolean covered) {
        YearMonth first = YearMonth.of(2026, 1 + random.nextInt(12));
        Money running = Money.ofCents(1 + random.nextInt(60_000_000));
        Money ofFirst = Money.sum(
                Split.byLargestRemainder(running, Collections.nCopies(12, 1L)).subList(0, 13 - first.getMonthValue()));
        Money inFirst = covered ? ofFirst : ofFirst.timesFraction(random.nextInt(20), 10);
        return new ReleaseCalendar.FirstYear(
                MonthlyCover.of(
                        first,
                        Money.ZERO,
                        running,
                        List.of(new MonthlyCover.Release(first.plusMonths(3), running, random.nextBoolean())),
                        List.of(),
                        List.of(bearer(2026, inFirst), bearer(2027, running.minus(ofFirst))),
                        MonthlyCover.Basis.HOUSEHOLDS),
                ReleaseLikelihood.GRANTED);
    }

    private static MonthlyCover.Bearer bearer(int year, Money amount) {
        FiscalYear of = new FiscalYear(year);
        return new MonthlyCover.Bearer(CoverKind.PRE_FINANCING, "6.1", amount, of.firstDay(), of.lastDay());
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
