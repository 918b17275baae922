package nl.buurtbundel.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import nl.buurtbundel.opportunity.SuppressionRule;
import org.junit.jupiter.api.Test;

class PatternCountTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);
    private static final LocalDate CHANGED = LocalDate.of(2026, 1, 15);

    private final PatternCount count = new PatternCount(new SuppressionRule(10, 5));

    @Test
    void households_below_the_threshold_are_not_counted_and_above_it_rounded() {
        hear(SignalKind.RULE, 4, TODAY);
        hear(SignalKind.WENT_BACK, 9, TODAY);
        assertThat(count.total()).isEqualTo(4);
        hear(SignalKind.WENT_BACK, 3, TODAY);
        assertThat(count.total()).isEqualTo(4 + 10);
        assertThat(count.months(null, TODAY)).last().isEqualTo(new MonthCount(YearMonth.of(2026, 6), 4 + 10));
    }

    @Test
    void too_few_of_a_month_are_not_counted_though_there_are_enough_in_all() {
        hear(SignalKind.WENT_BACK, 6, TODAY);
        hear(SignalKind.WENT_BACK, 6, TODAY.minusMonths(1));
        assertThat(count.total()).isEqualTo(10);
        assertThat(count.months(null, TODAY)).allMatch(month -> month.signals() == 0);
    }

    @Test
    void outside_nothing_is_counted_below_the_threshold() {
        hear(SignalKind.FORMS, 9, TODAY);
        assertThat(count.published()).isNull();
        hear(SignalKind.FORMS, 4, TODAY);
        assertThat(count.published()).isEqualTo(15);
    }

    @Test
    void the_months_have_no_gaps_and_begin_a_year_before_the_change() {
        assertThat(count.months(CHANGED, TODAY))
                .hasSize(18)
                .extracting(MonthCount::month)
                .startsWith(YearMonth.of(2025, 1))
                .endsWith(YearMonth.of(2026, 6));
        assertThat(count.months(null, TODAY)).hasSize(13);
        hear(SignalKind.FORMS, 1, TODAY.minusYears(3));
        assertThat(count.months(null, TODAY)).hasSize(13);
    }

    @Test
    void before_it_was_first_said_there_was_no_quiet_month_for_nobody_listened() {
        hear(SignalKind.FORMS, 1, TODAY.minusMonths(3));
        assertThat(count.months(null, TODAY)).extracting(MonthCount::signals).containsExactly(1, 0, 0, 0);
    }

    @Test
    void it_fell_when_luck_is_ruled_out() {
        assertThat(FollowUp.of(every(5, 365, 0, 1), CHANGED, TODAY).verdict()).isEqualTo(FollowUp.Verdict.FELL);
        assertThat(FollowUp.of(every(5, 365, 152, 5), CHANGED, TODAY).verdict()).isEqualTo(FollowUp.Verdict.NOT_SURE);
        assertThat(FollowUp.of(every(20, 365, 152, 5), CHANGED, TODAY).verdict())
                .isEqualTo(FollowUp.Verdict.ROSE);
    }

    @Test
    void a_few_more_or_less_is_no_proof() {
        assertThat(FollowUp.of(every(90, 365, 150, 75), CHANGED, TODAY).verdict())
                .isEqualTo(FollowUp.Verdict.NOT_SURE);
    }

    @Test
    void a_month_after_the_change_nobody_can_say() {
        LocalDate soon = CHANGED.plusDays(40);
        assertThat(FollowUp.of(every(5, 365, 0, 1), CHANGED, soon).verdict()).isEqualTo(FollowUp.Verdict.TOO_SOON);
        assertThat(FollowUp.of(List.of(), CHANGED, TODAY).verdict()).isEqualTo(FollowUp.Verdict.TOO_SOON);
    }

    @Test
    void it_is_told_how_often_a_month() {
        FollowUp followUp = FollowUp.of(every(5, 360, 150, 15), CHANGED, TODAY);
        assertThat(followUp.before()).isEqualByComparingTo("6.0");
        assertThat(followUp.after()).isEqualByComparingTo("2.0");
    }

    private void hear(SignalKind kind, int times, LocalDate on) {
        for (int i = 0; i < times; i++) {
            count.add(kind, on);
        }
    }

    /** One every so many days, for so long before the change; and so since. */
    private static List<LocalDate> every(int daysBefore, int longBefore, int longAfter, int daysAfter) {
        List<LocalDate> heard = new ArrayList<>();
        for (int day = daysBefore; day <= longBefore; day += daysBefore) {
            heard.add(CHANGED.minusDays(day));
        }
        for (int day = 0; day < longAfter; day += daysAfter) {
            heard.add(CHANGED.plusDays(day));
        }
        return heard;
    }
}
