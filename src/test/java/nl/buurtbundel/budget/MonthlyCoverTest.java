package nl.buurtbundel.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import nl.buurtbundel.money.FiscalYear;
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
        assertThat(expectedWith(List.of()).cost()).isEqualTo(Money.parse("178665.44"));
    }

    @Test
    void releases_three_months_late_leave_44744_50_at_the_end_of_the_year_if_they_come() {
        MonthlyCover cover = expectedWith(List.of());

        assertThat(cover.forecastAtEnd()).isEqualTo(Money.parse("-44744.50"));
        assertThat(cover.months().get(2).expectedRelease()).isEqualTo(Money.ZERO);
        assertThat(cover.months().get(3).expectedRelease().isPositive()).isTrue();
        assertThat(cover.highestShortage())
                .isEqualTo(cover.months().get(2).forecast().negated())
                .isGreaterThan(Money.parse("44744.50"));
    }

    @Test
    void what_is_expected_covers_nothing() {
        MonthlyCover expected = expectedWith(List.of());
        MonthlyCover nothing = of(List.of(), List.of());

        assertThat(expected.months())
                .extracting(MonthlyCover.Month::uncovered)
                .isEqualTo(nothing.months().stream()
                        .map(MonthlyCover.Month::uncovered)
                        .toList());
        assertThat(expected.highestUncovered()).isEqualTo(expected.cost());
    }

    @Test
    void what_is_realised_covers() {
        MonthlyCover cover = of(List.of(new MonthlyCover.Release(JANUARY.plusMonths(3), RELEASE, true)), List.of());

        assertThat(cover.months().get(11).uncovered()).isEqualTo(Money.parse("44744.50"));
        assertThat(cover.isBorne()).isFalse();
    }

    @Test
    void seventy_households_together_are_rounded_once() {
        List<MonthlyCover.Release> releases = new ArrayList<>();
        for (Money part : Split.byLargestRemainder(RELEASE, Collections.nCopies(70, 1L))) {
            releases.add(new MonthlyCover.Release(JANUARY.plusMonths(3), part, false));
        }

        assertThat(of(releases, List.of()).forecastAtEnd()).isEqualTo(Money.parse("-44744.50"));
    }

    @Test
    void pre_financing_bears_what_is_not_covered_within_its_limit() {
        MonthlyCover enough = expectedWith(List.of(preFinancing(180_000, LocalDate.of(2026, 12, 31))));
        assertThat(enough.isBorne()).isTrue();
        assertThat(enough.months().get(11).borne())
                .containsExactly(new MonthlyCover.Borne(
                        CoverKind.PRE_FINANCING, "6.1", Money.parse("178665.44"), LocalDate.of(2026, 12, 31)));

        MonthlyCover tooLittle = expectedWith(List.of(preFinancing(178_000, LocalDate.of(2026, 12, 31))));
        assertThat(tooLittle.months().get(11).notBorne()).isEqualTo(Money.parse("665.44"));
        assertThat(tooLittle.months().get(10).notBorne()).isEqualTo(Money.ZERO);
    }

    @Test
    void pre_financing_bears_nothing_past_its_end_date_or_before_its_year() {
        MonthlyCover ended = expectedWith(List.of(preFinancing(200_000, LocalDate.of(2026, 11, 30))));
        assertThat(ended.months().get(10).notBorne()).isEqualTo(Money.ZERO);
        assertThat(ended.months().get(11).borne()).isEmpty();

        MonthlyCover nextYear = MonthlyCover.of(
                YearMonth.of(2026, 7),
                START_UP,
                RUNNING,
                List.of(),
                List.of(),
                List.of(new MonthlyCover.Bearer(
                        CoverKind.PRE_FINANCING,
                        "6.1",
                        Money.ofEuros(200_000),
                        LocalDate.of(2027, 1, 1),
                        LocalDate.of(2027, 12, 31))),
                MonthlyCover.Basis.UNKNOWN);
        Money open = nextYear.months().get(5).notBorne();
        assertThat(open).isEqualTo(nextYear.months().get(5).uncovered());
        assertThat(nextYear.months().get(6).borne()).hasSize(1);
        assertThat(nextYear.months().subList(6, 12))
                .as("what nothing bore of the year before")
                .allMatch(month -> month.notBorne().equals(open));
    }

    /** November to October, the first year borne by pre-financing that ends with it. */
    @Test
    void a_year_that_was_borne_is_not_asked_of_the_next_one() {
        YearMonth november = YearMonth.of(2026, 11);
        Money ofFirst = START_UP.plus(Money.sum(
                Split.byLargestRemainder(RUNNING, Collections.nCopies(12, 1L)).subList(0, 2)));
        Money ofSecond = START_UP.plus(RUNNING).minus(ofFirst);
        MonthlyCover.Bearer first = new MonthlyCover.Bearer(
                CoverKind.PRE_FINANCING, "6.1", ofFirst, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31));
        MonthlyCover.Bearer second =
                new MonthlyCover.Bearer(CoverKind.APPROPRIATION, "6.1", ofSecond, LocalDate.of(2027, 1, 1), null);
        for (List<MonthlyCover.Bearer> bearers :
                List.of(List.of(first, second), MonthlyCover.together(List.of(first, second)))) {
            MonthlyCover cover = from(november, bearers);
            assertThat(cover.findFirstNotBorne()).isEmpty();
            assertThat(cover.months().get(11).bearable()).isEqualTo(cover.cost());
            assertThat(cover.leftOfFirstYear()).isEqualTo(Money.ZERO);
        }
        assertThat(from(november, List.of(first, second)).months().get(2).borne())
                .first()
                .isEqualTo(new MonthlyCover.Borne(CoverKind.PRE_FINANCING, "6.1", ofFirst, null));
    }

    @Test
    void what_is_left_of_a_year_bears_nothing_of_the_next_and_is_told() {
        MonthlyCover cover = from(
                YearMonth.of(2026, 11),
                List.of(new MonthlyCover.Bearer(
                        CoverKind.APPROPRIATION, "6.1", START_UP.plus(RUNNING), LocalDate.of(2026, 1, 1), null)));
        MonthlyCover.Month december = cover.months().get(1);
        assertThat(december.notBorne()).isEqualTo(Money.ZERO);
        assertThat(cover.findFirstNotBorne()).contains(cover.months().get(2));
        assertThat(cover.months().get(11).notBorne()).isEqualTo(cover.cost().minus(december.uncovered()));
        assertThat(cover.leftOfFirstYear()).isEqualTo(cover.cost().minus(december.uncovered()));
    }

    /** Whenever it begins and whatever bears each of its years: with as much as the year costs no month is short. */
    @Test
    void cover_that_is_the_cost_of_each_year_leaves_no_month_short() {
        Random random = new Random(20261123);
        for (int round = 0; round < 500; round++) {
            YearMonth first = YearMonth.of(2026, 1 + random.nextInt(12));
            Money startUp = cents(random, 3_000_000);
            Money running = cents(random, 60_000_000);
            List<MonthlyCover.Release> releases = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                releases.add(new MonthlyCover.Release(
                        first.plusMonths(random.nextInt(12)), cents(random, 9_000_000), random.nextBoolean()));
            }
            int inFirst = 13 - first.getMonthValue();
            Money ofFirst = startUp.plus(Money.sum(Split.byLargestRemainder(running, Collections.nCopies(12, 1L))
                    .subList(0, inFirst)));
            List<MonthlyCover.Bearer> bearers = new ArrayList<>();
            FiscalYear year = new FiscalYear(2026);
            for (Money ofYear : List.of(ofFirst, startUp.plus(running).minus(ofFirst))) {
                Money some = ofYear.timesFraction(random.nextInt(10), 10);
                bearers.add(
                        new MonthlyCover.Bearer(CoverKind.PRE_FINANCING, "6.1", some, year.firstDay(), year.lastDay()));
                bearers.add(new MonthlyCover.Bearer(
                        CoverKind.APPROPRIATION, "6.2", ofYear.minus(some), year.firstDay(), null));
                year = year.next();
            }
            for (List<MonthlyCover.Bearer> shown : List.of(bearers, MonthlyCover.together(bearers))) {
                MonthlyCover cover = MonthlyCover.of(
                        first, startUp, running, releases, List.of(), shown, MonthlyCover.Basis.HOUSEHOLDS);
                assertThat(cover.isBorne()).as(cover::toString).isTrue();
            }
        }
    }

    private static MonthlyCover from(YearMonth first, List<MonthlyCover.Bearer> bearers) {
        return MonthlyCover.of(first, START_UP, RUNNING, List.of(), List.of(), bearers, MonthlyCover.Basis.UNKNOWN);
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
                List.of(),
                List.of(),
                MonthlyCover.Basis.HOUSEHOLDS);

        assertThat(cover.months()).allMatch(month -> month.forecast().isZero());
        assertThat(cover.isBorne()).isTrue();
    }

    @Test
    void what_could_be_borne_follows_what_bears_in_each_month() {
        MonthlyCover cover = of(
                List.of(),
                List.of(
                        preFinancing(60_000, JANUARY.plusMonths(5).atEndOfMonth()),
                        new MonthlyCover.Bearer(
                                CoverKind.APPROPRIATION,
                                "6.1",
                                Money.ofEuros(10_000),
                                JANUARY.plusMonths(9).atDay(1),
                                null)));

        assertThat(cover.months())
                .extracting(MonthlyCover.Month::bearable)
                .startsWith(Money.ofEuros(60_000))
                .endsWith(Money.ofEuros(10_000));
        assertThat(cover.months().get(5).bearable()).isEqualTo(Money.ofEuros(60_000));
        assertThat(cover.months().get(6).bearable()).isEqualTo(Money.ZERO);
    }

    /** For any cost, releases and bearers: what is borne and what is not are together what is not covered, in every month. */
    @Test
    void no_cent_is_lost_between_cost_release_and_what_bears_it() {
        Random random = new Random(20260101);
        for (int round = 0; round < 500; round++) {
            List<MonthlyCover.Release> releases = new ArrayList<>();
            for (int i = random.nextInt(40); i > 0; i--) {
                releases.add(new MonthlyCover.Release(
                        JANUARY.plusMonths(random.nextInt(16) - 2), cents(random, 900_000), random.nextBoolean()));
            }
            List<MonthlyCover.Bearer> bearers = new ArrayList<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                bearers.add(new MonthlyCover.Bearer(
                        CoverKind.values()[random.nextInt(3)],
                        "6.1",
                        cents(random, 20_000_000),
                        JANUARY.plusMonths(random.nextInt(12)).atDay(1),
                        random.nextBoolean()
                                ? null
                                : JANUARY.plusMonths(random.nextInt(14)).atEndOfMonth()));
            }
            Money startUp = cents(random, 3_000_000);
            Money running = cents(random, 30_000_000);
            MonthlyCover cover = MonthlyCover.of(
                    JANUARY, startUp, running, releases, freed(random), bearers, MonthlyCover.Basis.HOUSEHOLDS);

            assertThat(cover.cost()).isEqualTo(startUp.plus(running));
            Money certain = Money.ZERO;
            Money all = Money.ZERO;
            for (MonthlyCover.Month month : cover.months()) {
                certain = certain.plus(month.realisedRelease()).minus(month.cost());
                all = all.plus(month.realisedRelease())
                        .plus(month.expectedRelease())
                        .minus(month.cost());
                assertThat(month.uncovered()).isEqualTo(certain.negated().max(Money.ZERO));
                assertThat(month.forecast()).isEqualTo(all);
                assertThat(month.notBorne().isNegative()).isFalse();
                for (MonthlyCover.Borne borne : month.borne()) {
                    assertThat(borne.endsOn() == null
                                    || !month.month().atEndOfMonth().isAfter(borne.endsOn()))
                            .isTrue();
                }
            }
        }
    }

    @Test
    void what_really_came_free_is_spread_over_the_months_left_of_its_year_and_no_more_than_that() {
        MonthlyCover cover = freed(
                JANUARY,
                new MonthlyCover.Freed(JANUARY.plusMonths(2), new FiscalYear(2026), Money.ofEuros(640)),
                new MonthlyCover.Freed(JANUARY.plusMonths(11), new FiscalYear(2026), Money.ofEuros(90)));

        List<Money> months =
                cover.months().stream().map(MonthlyCover.Month::realisedRelease).toList();
        assertThat(months.subList(0, 2)).containsOnly(Money.ZERO);
        assertThat(months.subList(2, 11)).containsOnly(Money.ofEuros(64));
        assertThat(months.get(11)).isEqualTo(Money.ofEuros(154));
    }

    @Test
    void of_a_year_that_goes_on_after_the_twelfth_month_only_the_months_until_then_count() {
        MonthlyCover cover = freed(
                YearMonth.of(2026, 7),
                new MonthlyCover.Freed(YearMonth.of(2026, 3), new FiscalYear(2026), Money.ofEuros(600)),
                new MonthlyCover.Freed(YearMonth.of(2027, 1), new FiscalYear(2027), Money.ofEuros(2_400)),
                new MonthlyCover.Freed(YearMonth.of(2027, 2), new FiscalYear(2026), Money.ofEuros(30)),
                new MonthlyCover.Freed(YearMonth.of(2028, 1), new FiscalYear(2028), Money.ofEuros(2_400)),
                new MonthlyCover.Freed(YearMonth.of(2025, 1), new FiscalYear(2025), Money.ofEuros(2_400)));

        List<Money> months =
                cover.months().stream().map(MonthlyCover.Month::realisedRelease).toList();
        assertThat(months.subList(0, 6)).containsOnly(Money.ofEuros(100));
        assertThat(months.get(6)).isEqualTo(Money.ofEuros(200));
        assertThat(months.get(7)).as("booked late").isEqualTo(Money.ofEuros(230));
        assertThat(months.subList(8, 12)).containsOnly(Money.ofEuros(200));
    }

    private static MonthlyCover freed(YearMonth first, MonthlyCover.Freed... freed) {
        return MonthlyCover.of(
                first, Money.ZERO, RUNNING, List.of(), List.of(freed), List.of(), MonthlyCover.Basis.HOUSEHOLDS);
    }

    private static List<MonthlyCover.Freed> freed(Random random) {
        List<MonthlyCover.Freed> freed = new ArrayList<>();
        for (int i = random.nextInt(20); i > 0; i--) {
            freed.add(new MonthlyCover.Freed(
                    JANUARY.plusMonths(random.nextInt(30) - 8),
                    new FiscalYear(2025 + random.nextInt(3)),
                    cents(random, 900_000)));
        }
        return freed;
    }

    private static Money cents(Random random, int most) {
        return Money.ofCents(1 + random.nextInt(most));
    }

    private static MonthlyCover.Bearer preFinancing(long euros, LocalDate endsOn) {
        return new MonthlyCover.Bearer(
                CoverKind.PRE_FINANCING, "6.1", Money.ofEuros(euros), LocalDate.of(2026, 1, 1), endsOn);
    }

    private static MonthlyCover expectedWith(List<MonthlyCover.Bearer> bearers) {
        return of(List.of(new MonthlyCover.Release(JANUARY.plusMonths(3), RELEASE, false)), bearers);
    }

    private static MonthlyCover of(List<MonthlyCover.Release> releases, List<MonthlyCover.Bearer> bearers) {
        return MonthlyCover.of(JANUARY, START_UP, RUNNING, releases, List.of(), bearers, MonthlyCover.Basis.SUGGESTION);
    }
}
