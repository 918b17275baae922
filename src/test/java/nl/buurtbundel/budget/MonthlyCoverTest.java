package nl.buurtbundel.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Split;
import org.junit.jupiter.api.Test;

/** The worked example: running costs 160,665.44 a year, start-up 18,000.00 at once, release 178,561.25 a year. */
class MonthlyCoverTest {
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);
    private static final Money START_UP = Money.parse("18000.00");
    private static final Money RUNNING = Money.parse("160665.44");
    private static final Money RELEASE = Money.parse("178561.25");

    @Test
    void the_first_year_costs_running_and_start_up_together() {
        assertThat(exampleWith(List.of()).cost()).isEqualTo(Money.parse("178665.44"));
    }

    @Test
    void releases_three_months_late_leave_44744_50_at_the_end_of_the_year() {
        MonthlyCover cover = exampleWith(List.of());

        assertThat(cover.resultAtEnd()).isEqualTo(Money.parse("-44744.50"));
        assertThat(cover.months().get(2).plannedRelease()).isEqualTo(Money.ZERO);
        assertThat(cover.months().get(3).plannedRelease().isPositive()).isTrue();
        assertThat(cover.isBorne()).isFalse();
    }

    @Test
    void no_release_of_fewer_households_than_the_threshold_shows_in_any_month() {
        List<MonthlyCover.Release> releases = new ArrayList<>(
                Collections.nCopies(70, new MonthlyCover.Release(JANUARY.plusMonths(3), Money.ofEuros(2_500), false)));
        MonthlyCover many =
                MonthlyCover.withoutSmallGroups(JANUARY, START_UP, RUNNING, releases, counted -> List.of(), 10);
        assertThat(many).isEqualTo(MonthlyCover.of(JANUARY, START_UP, RUNNING, releases, List.of()));
        assertThat(many.withoutRelease()).isFalse();

        releases.add(new MonthlyCover.Release(JANUARY.plusMonths(5), Money.ofEuros(2_400), true));
        MonthlyCover withOneAlone =
                MonthlyCover.withoutSmallGroups(JANUARY, START_UP, RUNNING, releases, counted -> List.of(), 10);
        assertThat(withOneAlone.withoutRelease()).isTrue();
        assertThat(withOneAlone.months())
                .isEqualTo(MonthlyCover.of(JANUARY, START_UP, RUNNING, List.of(), List.of())
                        .months());
    }

    @Test
    void seventy_households_together_are_rounded_once() {
        List<MonthlyCover.Release> releases = new ArrayList<>();
        for (Money part : Split.byLargestRemainder(RELEASE, Collections.nCopies(70, 1L))) {
            releases.add(new MonthlyCover.Release(JANUARY.plusMonths(3), part, false));
        }

        assertThat(MonthlyCover.of(JANUARY, START_UP, RUNNING, releases, List.of())
                        .resultAtEnd())
                .isEqualTo(Money.parse("-44744.50"));
    }

    @Test
    void the_shortage_is_highest_just_before_the_first_release() {
        MonthlyCover cover = exampleWith(List.of());

        assertThat(cover.highestShortage())
                .isEqualTo(cover.months().get(2).result().negated())
                .isGreaterThan(Money.parse("44744.50"));
    }

    @Test
    void pre_financing_bears_the_shortage_within_its_limit() {
        MonthlyCover enough =
                exampleWith(List.of(new MonthlyCover.Bearer("6.1", Money.ofEuros(60_000), LocalDate.of(2026, 12, 31))));
        assertThat(enough.isBorne()).isTrue();
        assertThat(enough.months().get(11).borne()).isEqualTo(Money.parse("44744.50"));

        MonthlyCover atYearEndOnly = exampleWith(
                List.of(new MonthlyCover.Bearer("6.1", Money.parse("44744.50"), LocalDate.of(2026, 12, 31))));
        assertThat(atYearEndOnly.months().get(11).notBorne()).isEqualTo(Money.ZERO);
        assertThat(atYearEndOnly.isBorne()).isFalse();
    }

    @Test
    void pre_financing_bears_nothing_past_its_end_date() {
        MonthlyCover cover =
                exampleWith(List.of(new MonthlyCover.Bearer("6.1", Money.ofEuros(60_000), LocalDate.of(2026, 11, 30))));

        assertThat(cover.months().get(10).notBorne()).isEqualTo(Money.ZERO);
        assertThat(cover.months().get(11).borne()).isEqualTo(Money.ZERO);
        assertThat(cover.months().get(11).notBorne()).isEqualTo(Money.parse("44744.50"));
    }

    @Test
    void planned_release_does_not_count_where_only_the_certain_counts() {
        MonthlyCover planned = exampleWith(List.of());
        assertThat(planned.months().get(11).resultRealised())
                .isEqualTo(planned.cost().negated());

        MonthlyCover realised = MonthlyCover.of(
                JANUARY,
                START_UP,
                RUNNING,
                List.of(new MonthlyCover.Release(JANUARY.plusMonths(3), RELEASE, true)),
                List.of());
        assertThat(realised.months().get(11).resultRealised()).isEqualTo(Money.parse("-44744.50"));
    }

    @Test
    void a_release_before_the_start_counts_from_the_first_month_and_one_after_the_year_not_at_all() {
        MonthlyCover cover = MonthlyCover.of(
                JANUARY,
                Money.ZERO,
                Money.ofEuros(1_200),
                List.of(
                        new MonthlyCover.Release(JANUARY.minusMonths(5), Money.ofEuros(1_200), true),
                        new MonthlyCover.Release(JANUARY.plusMonths(12), Money.ofEuros(9_000), false)),
                List.of());

        assertThat(cover.months()).allMatch(month -> month.result().isZero());
    }

    private static MonthlyCover exampleWith(List<MonthlyCover.Bearer> bearers) {
        return MonthlyCover.of(
                JANUARY,
                START_UP,
                RUNNING,
                List.of(new MonthlyCover.Release(JANUARY.plusMonths(3), RELEASE, false)),
                bearers);
    }
}
