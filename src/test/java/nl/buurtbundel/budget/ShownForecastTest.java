package nl.buurtbundel.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whoever looks every day and subtracts learns of no household. */
class ShownForecastTest {
    private static final int THRESHOLD = 10;
    private static final LocalDate GRANTED = LocalDate.of(2026, 1, 15);
    private static final YearMonth EXPECTED = YearMonth.of(2026, 4);

    @Test
    void what_a_grant_plans_for_all_at_once_is_shown_the_next_day() {
        List<ShownForecast.Dated> forecasts = planned(12);

        assertThat(ShownForecast.on(GRANTED, forecasts, THRESHOLD)).isEmpty();
        assertThat(ShownForecast.on(GRANTED.plusDays(1), forecasts, THRESHOLD)).hasSize(12);
        assertThat(ShownForecast.on(GRANTED.plusDays(1), planned(9), THRESHOLD)).isEmpty();
    }

    @Test
    void one_household_that_comes_free_or_leaves_changes_nothing() {
        List<ShownForecast.Dated> forecasts = planned(12);
        List<ShownForecast.Shown> before = ShownForecast.on(LocalDate.of(2026, 2, 1), forecasts, THRESHOLD);
        forecasts.set(0, dated(0, LocalDate.of(2026, 2, 10), null));
        forecasts.set(1, dated(1, null, LocalDate.of(2026, 2, 11)));

        assertThat(ShownForecast.on(LocalDate.of(2026, 2, 20), forecasts, THRESHOLD))
                .isEqualTo(before);
        assertThat(ShownForecast.on(LocalDate.of(2027, 2, 1), forecasts, THRESHOLD))
                .isEqualTo(before);
    }

    @Test
    void ten_households_together_change_it_on_the_first_of_the_month() {
        List<ShownForecast.Dated> forecasts = planned(30);
        for (int i = 0; i < 10; i++) {
            forecasts.set(i, dated(i, LocalDate.of(2026, 2, 3 + i), null));
        }

        assertThat(realised(ShownForecast.on(LocalDate.of(2026, 2, 28), forecasts, THRESHOLD)))
                .isEmpty();
        assertThat(realised(ShownForecast.on(LocalDate.of(2026, 3, 1), forecasts, THRESHOLD)))
                .hasSize(10)
                .allMatch(shown -> shown.release().from().equals(YearMonth.of(2026, 2)));
    }

    @Test
    void what_was_repaid_is_shown_in_steps_of_ten_households() {
        List<ShownForecast.Event> events = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            events.add(new ShownForecast.Event("provision:" + i, LocalDate.of(2026, 2, 1 + i), Money.ofEuros(100)));
        }
        assertThat(ShownForecast.sum(LocalDate.of(2026, 6, 1), events, THRESHOLD))
                .isEqualTo(Money.ZERO);
        events.add(new ShownForecast.Event("provision:9", LocalDate.of(2026, 5, 2), Money.ofEuros(100)));
        assertThat(ShownForecast.sum(LocalDate.of(2026, 5, 31), events, THRESHOLD))
                .isEqualTo(Money.ZERO);
        assertThat(ShownForecast.sum(LocalDate.of(2026, 6, 1), events, THRESHOLD))
                .isEqualTo(Money.ofEuros(1_000));
    }

    /** For any households that join, leave and come free: between any two days, no line or column moves by few of them. */
    @Test
    void between_any_two_days_whatever_changes_is_changed_by_many() {
        Random random = new Random(20260722);
        for (int round = 0; round < 20; round++) {
            List<ShownForecast.Dated> forecasts = new ArrayList<>();
            int households = 5 + random.nextInt(80);
            for (int i = 0; i < households; i++) {
                LocalDate on = GRANTED.plusDays(random.nextInt(4) == 0 ? random.nextInt(300) : 0);
                forecasts.add(new ShownForecast.Dated(
                        "provision:" + i,
                        random.nextInt(3) == 0 ? "6.712" : "6.751",
                        new MonthlyCover.Release(EXPECTED.plusMonths(random.nextInt(2)), amount(i), false),
                        on,
                        random.nextBoolean() ? on.plusDays(random.nextInt(400)) : null,
                        random.nextInt(4) == 0 ? on.plusDays(random.nextInt(400)) : null));
            }
            List<ShownForecast.Shown> before = List.of();
            for (int day = 0; day < 500; day++) {
                LocalDate today = GRANTED.plusDays(day);
                List<ShownForecast.Shown> now = ShownForecast.on(today, forecasts, THRESHOLD);
                if (!now.equals(before)) {
                    assertThat(today.getDayOfMonth() == 1 || isDayAfterAPlanning(today, forecasts))
                            .isTrue();
                    for (String field : List.of("6.712", "6.751")) {
                        unmovedOrMovedByMany(
                                before,
                                now,
                                s -> s.taskField().equals(field) && !s.release().realised());
                    }
                    unmovedOrMovedByMany(before, now, s -> s.release().realised());
                    unmovedOrMovedByMany(
                            before,
                            now,
                            s -> !s.release().realised() && s.release().from().equals(EXPECTED));
                }
                before = now;
            }
        }
    }

    private static boolean isDayAfterAPlanning(LocalDate today, List<ShownForecast.Dated> forecasts) {
        return forecasts.stream().anyMatch(one -> one.plannedOn().plusDays(1).equals(today));
    }

    /** Each household has an amount of its own, so that the amounts tell which households are in a sum. */
    private static void unmovedOrMovedByMany(
            List<ShownForecast.Shown> before, List<ShownForecast.Shown> now, Predicate<ShownForecast.Shown> column) {
        var was = before.stream().filter(column).map(s -> s.release().aYear()).collect(Collectors.toSet());
        var is = now.stream().filter(column).map(s -> s.release().aYear()).collect(Collectors.toSet());
        long gone = was.stream().filter(amount -> !is.contains(amount)).count();
        long come = is.stream().filter(amount -> !was.contains(amount)).count();
        assertThat(gone == 0 || gone >= THRESHOLD).as("%s gone", gone).isTrue();
        assertThat(come == 0 || come >= THRESHOLD).as("%s come", come).isTrue();
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
        return new ShownForecast.Dated(
                "provision:" + household,
                "6.751",
                new MonthlyCover.Release(EXPECTED, amount(household), false),
                GRANTED,
                realisedOn,
                droppedOn);
    }

    private static Money amount(int household) {
        return Money.ofCents(200_000 + 137L * household);
    }
}
