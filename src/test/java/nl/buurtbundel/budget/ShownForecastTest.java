package nl.buurtbundel.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.opportunity.Cell;
import nl.buurtbundel.opportunity.SuppressionRule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whoever looks every day and subtracts learns of no household. */
class ShownForecastTest {
    private static final SuppressionRule RULE = new SuppressionRule(10, 5);
    private static final LocalDate GRANTED = LocalDate.of(2026, 1, 15);
    private static final YearMonth EXPECTED = YearMonth.of(2026, 4);

    @Test
    void what_a_grant_plans_for_all_at_once_is_shown_the_next_day() {
        List<ShownForecast.Dated> forecasts = planned(12);

        assertThat(ShownForecast.on(GRANTED, forecasts, RULE)).isEmpty();
        assertThat(ShownForecast.on(GRANTED.plusDays(1), forecasts, RULE)).hasSize(12);
        assertThat(ShownForecast.on(GRANTED.plusDays(1), planned(9), RULE)).isEmpty();
    }

    @Test
    void ten_provisions_of_nine_households_are_nine() {
        List<ShownForecast.Dated> forecasts = planned(9);
        forecasts.add(dated("household:0", amount(99), null, null));
        assertThat(ShownForecast.on(GRANTED.plusDays(1), forecasts, RULE)).isEmpty();

        forecasts.add(dated("household:9", amount(9), null, null));
        assertThat(ShownForecast.on(GRANTED.plusDays(1), forecasts, RULE)).hasSize(11);
    }

    @Test
    void one_household_with_more_than_half_hides_them_all() {
        List<ShownForecast.Dated> forecasts = planned(12);
        forecasts.add(dated("household:0", amount(0).times(10), null, null));
        assertThat(ShownForecast.on(GRANTED.plusDays(1), forecasts, RULE)).hasSize(13);

        forecasts.add(dated("household:0", amount(0).times(3), null, null));
        assertThat(ShownForecast.on(GRANTED.plusDays(1), forecasts, RULE)).isEmpty();
    }

    @Test
    void one_household_that_comes_free_or_leaves_changes_nothing() {
        List<ShownForecast.Dated> forecasts = planned(12);
        List<ShownForecast.Shown> before = ShownForecast.on(LocalDate.of(2026, 2, 1), forecasts, RULE);
        forecasts.set(0, dated(0, LocalDate.of(2026, 2, 10), null));
        forecasts.set(1, dated(1, null, LocalDate.of(2026, 2, 11)));

        assertThat(ShownForecast.on(LocalDate.of(2026, 2, 20), forecasts, RULE)).isEqualTo(before);
        assertThat(ShownForecast.on(LocalDate.of(2027, 2, 1), forecasts, RULE)).isEqualTo(before);
    }

    @Test
    void ten_households_together_change_it_on_the_first_of_the_month() {
        List<ShownForecast.Dated> forecasts = planned(30);
        for (int i = 0; i < 10; i++) {
            forecasts.set(i, dated(i, LocalDate.of(2026, 2, 3 + i), null));
        }

        assertThat(realised(ShownForecast.on(LocalDate.of(2026, 2, 28), forecasts, RULE)))
                .isEmpty();
        assertThat(realised(ShownForecast.on(LocalDate.of(2026, 3, 1), forecasts, RULE)))
                .hasSize(10)
                .allMatch(shown -> shown.release().from().equals(YearMonth.of(2026, 2)));
    }

    @Test
    void ten_that_change_and_leave_few_behind_wait_for_those() {
        List<ShownForecast.Dated> forecasts = planned(15);
        List<ShownForecast.Shown> before = ShownForecast.on(LocalDate.of(2026, 2, 1), forecasts, RULE);
        for (int i = 0; i < 12; i++) {
            forecasts.set(i, dated(i, LocalDate.of(2026, 2, 3 + i), null));
        }
        assertThat(ShownForecast.on(LocalDate.of(2026, 5, 1), forecasts, RULE))
                .as("what was shown less what is realised would be the other three")
                .isEqualTo(before);
        for (int i = 12; i < 15; i++) {
            forecasts.set(i, dated(i, LocalDate.of(2026, 5, 3), null));
        }
        assertThat(realised(ShownForecast.on(LocalDate.of(2026, 6, 1), forecasts, RULE)))
                .hasSize(15);
    }

    @Test
    void what_was_repaid_is_shown_in_steps_of_ten_households() {
        List<ShownForecast.Event> events = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            events.add(event("household:" + i, LocalDate.of(2026, 2, 1 + i)));
        }
        events.add(event("household:0", LocalDate.of(2026, 2, 20)));
        assertThat(ShownForecast.sum(LocalDate.of(2026, 6, 1), events, RULE)).isEqualTo(Money.ZERO);
        events.add(event("household:9", LocalDate.of(2026, 5, 2)));
        assertThat(ShownForecast.sum(LocalDate.of(2026, 5, 31), events, RULE)).isEqualTo(Money.ZERO);
        assertThat(ShownForecast.sum(LocalDate.of(2026, 6, 1), events, RULE)).isEqualTo(Money.ofEuros(1_100));
    }

    @Test
    void a_repayment_that_was_undone_is_still_counted_until_many_were() {
        List<ShownForecast.Event> events = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            LocalDate undone = i == 0 ? LocalDate.of(2026, 4, 2) : null;
            events.add(new ShownForecast.Event("household:" + i, LocalDate.of(2026, 2, 1), Money.ofEuros(100), undone));
        }
        assertThat(ShownForecast.sum(LocalDate.of(2026, 7, 1), events, RULE)).isEqualTo(Money.ofEuros(1_200));
    }

    /**
     * For any households that join, leave and come free, on any day: what is shown in whatever lines and columns on whatever days
     * tells of no smaller set of forecasts than those that are always together in all of it; and each of those could be shown by
     * itself.
     */
    @Test
    void no_combination_of_what_is_ever_shown_reveals_a_small_cell() {
        Random random = new Random(20260722);
        int cells = 0;
        int changes = 0;
        for (int round = 0; round < 25; round++) {
            List<ShownForecast.Dated> forecasts = anything(random);
            Map<Money, Set<String>> seenIn = new HashMap<>();
            List<ShownForecast.Shown> before = List.of();
            for (int day = 0; day < 500; day++) {
                LocalDate today = GRANTED.plusDays(day);
                List<ShownForecast.Shown> now = ShownForecast.on(today, forecasts, RULE);
                if (!now.equals(before)) {
                    assertThat(today.getDayOfMonth() == 1 || isDayAfterAPlanning(today, forecasts))
                            .isTrue();
                    changes++;
                    for (ShownForecast.Shown one : now) {
                        // a line for a task field, a column for a month, for what is planned and for what is certain
                        boolean realised = one.release().realised();
                        Set<String> seen = seenIn.computeIfAbsent(one.release().aYear(), amount -> new HashSet<>());
                        seen.add(today + " " + realised + " field " + one.taskField());
                        seen.add(today + " " + realised + " month "
                                + one.release().from());
                    }
                }
                before = now;
            }
            Map<Set<String>, List<ShownForecast.Dated>> together = forecasts.stream()
                    .filter(one -> seenIn.containsKey(one.expected().aYear()))
                    .collect(Collectors.groupingBy(
                            one -> seenIn.getOrDefault(one.expected().aYear(), Set.of())));
            for (List<ShownForecast.Dated> cell : together.values()) {
                cells++;
                assertThat(RULE.hidesAmount(Cell.of(cell.stream()
                                .collect(Collectors.toMap(
                                        ShownForecast.Dated::household,
                                        one -> one.expected().aYear(),
                                        Money::plus)))))
                        .as("round %s: %s", round, cell)
                        .isFalse();
            }
        }
        assertThat(cells).isGreaterThan(40);
        assertThat(changes).isGreaterThan(50);
    }

    /** Each forecast has an amount of its own, by which it is known again; some households have several, one has most of it. */
    private static List<ShownForecast.Dated> anything(Random random) {
        List<ShownForecast.Dated> forecasts = new ArrayList<>();
        int provisions = 5 + random.nextInt(200);
        int households = 1 + provisions * 2 / 3;
        for (int i = 0; i < provisions; i++) {
            LocalDate on = GRANTED.plusDays(random.nextInt(4) == 0 ? random.nextInt(300) : 0);
            int later = random.nextBoolean() ? random.nextInt(400) : 30 * (1 + random.nextInt(3));
            Money amount = amount(i).times(random.nextInt(40) == 0 ? 60 : 1);
            forecasts.add(new ShownForecast.Dated(
                    "household:" + random.nextInt(households),
                    random.nextInt(3) == 0 ? "6.712" : "6.751",
                    new MonthlyCover.Release(EXPECTED.plusMonths(random.nextInt(2)), amount, false),
                    on,
                    random.nextInt(3) > 0 ? on.plusDays(later) : null,
                    random.nextInt(4) == 0 ? on.plusDays(random.nextInt(400)) : null));
        }
        return forecasts;
    }

    private static boolean isDayAfterAPlanning(LocalDate today, List<ShownForecast.Dated> forecasts) {
        return forecasts.stream().anyMatch(one -> one.plannedOn().plusDays(1).equals(today));
    }

    private static List<ShownForecast.Shown> realised(List<ShownForecast.Shown> shown) {
        return shown.stream().filter(one -> one.release().realised()).toList();
    }

    private static List<ShownForecast.Dated> planned(int households) {
        List<ShownForecast.Dated> forecasts = new ArrayList<>();
        for (int i = 0; i < households; i++) {
            forecasts.add(dated(i, null, null));
        }
        return forecasts;
    }

    private static ShownForecast.Dated dated(
            int household, @Nullable LocalDate realisedOn, @Nullable LocalDate droppedOn) {
        return dated("household:" + household, amount(household), realisedOn, droppedOn);
    }

    private static ShownForecast.Dated dated(
            String household, Money amount, @Nullable LocalDate realisedOn, @Nullable LocalDate droppedOn) {
        return new ShownForecast.Dated(
                household, "6.751", new MonthlyCover.Release(EXPECTED, amount, false), GRANTED, realisedOn, droppedOn);
    }

    private static ShownForecast.Event event(String household, LocalDate on) {
        return new ShownForecast.Event(household, on, Money.ofEuros(100), null);
    }

    private static Money amount(int household) {
        return Money.ofCents(200_000 + 137L * household);
    }
}
