package nl.buurtbundel.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import nl.buurtbundel.budget.MonthlyCover;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.suggestion.LikelyRelease;
import nl.buurtbundel.suggestion.SuggestionId;
import org.junit.jupiter.api.Test;

class YearsAheadTest {
    private static final LocalDate START = LocalDate.of(2026, 10, 1);
    private static final FiscalYear Y2026 = new FiscalYear(2026);
    private static final FiscalYear Y2027 = new FiscalYear(2027);
    private static final FiscalYear Y2028 = new FiscalYear(2028);

    @Test
    void this_year_and_the_next_three_or_as_many_as_the_plan_binds() {
        assertThat(YearsAhead.of(START, List.of())).hasSize(4).startsWith(Y2026);
        assertThat(YearsAhead.of(START, List.of(new YearAmount(new FiscalYear(2031), Money.ofEuros(1)))))
                .hasSize(6);
    }

    @Test
    void going_on_costs_the_months_of_the_first_year_and_then_whole_years() {
        Money aYear = Money.ofEuros(12_000);
        Money startUp = Money.ofEuros(500);
        assertThat(YearsAhead.goingOn(new FiscalYear(2025), START, startUp, aYear))
                .isEqualTo(Money.ZERO);
        assertThat(YearsAhead.goingOn(Y2026, START, startUp, aYear)).isEqualTo(Money.ofEuros(3_500));
        assertThat(YearsAhead.goingOn(Y2027, START, startUp, aYear)).isEqualTo(aYear);
    }

    @Test
    void what_nobody_reckoned_or_the_reader_may_not_see_is_not_known_which_is_not_zero() {
        for (MonthlyCover.Basis basis : List.of(MonthlyCover.Basis.UNKNOWN, MonthlyCover.Basis.NOT_SHOWN)) {
            assertThat(YearsAhead.expectedRelease(Y2026, firstYear(basis, List.of(), null)))
                    .isNull();
        }
    }

    @Test
    void after_the_twelve_months_only_the_suggestion_tells() {
        Money aYear = Money.ofEuros(6_000);
        List<MonthlyCover.Release> release = List.of(new MonthlyCover.Release(YearMonth.of(2026, 12), aYear, false));
        FirstYear known = firstYear(MonthlyCover.Basis.HOUSEHOLDS, release, null);
        assertThat(YearsAhead.expectedRelease(Y2026, known)).isEqualTo(Money.ofEuros(500));
        assertThat(YearsAhead.expectedRelease(Y2027, known)).isEqualTo(Money.ofEuros(4_500));
        assertThat(YearsAhead.expectedRelease(Y2028, known)).isNull();

        assertThat(YearsAhead.expectedUntil(Y2026, known)).isNull();
        assertThat(YearsAhead.expectedUntil(Y2027, known)).isEqualTo(YearMonth.of(2027, 9));
        assertThat(YearsAhead.expectedUntil(Y2028, known)).isNull();

        FirstYear suggested = firstYear(
                MonthlyCover.Basis.SUGGESTION, release, new LikelyRelease(new SuggestionId(1), aYear, 2, true));
        assertThat(YearsAhead.expectedRelease(Y2026, suggested)).isEqualTo(Money.ofEuros(500));
        assertThat(YearsAhead.expectedRelease(Y2027, suggested)).isEqualTo(aYear);
        assertThat(YearsAhead.expectedRelease(Y2028, suggested)).isEqualTo(aYear);
        assertThat(YearsAhead.expectedUntil(Y2027, suggested)).isNull();
    }

    @Test
    void less_than_nothing_left_is_told_and_a_year_that_was_not_adopted_is_not_known() {
        YearAhead short1 =
                new YearAhead(Y2026, Money.ZERO, Money.ZERO, null, null, Money.ofEuros(10), Money.ofEuros(15));
        assertThat(short1.findLeft()).contains(Money.ofEuros(-5));
        assertThat(new YearAhead(Y2027, Money.ZERO, Money.ZERO, null, null, null, Money.ofEuros(15)).findLeft())
                .isEmpty();
    }

    private static FirstYear firstYear(
            MonthlyCover.Basis basis, List<MonthlyCover.Release> releases, LikelyRelease likely) {
        return new FirstYear(
                MonthlyCover.of(
                        YearMonth.from(START),
                        Money.ZERO,
                        Money.ofEuros(12_000),
                        releases,
                        List.of(),
                        List.of(),
                        basis),
                likely,
                List.of());
    }
}
