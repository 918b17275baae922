package nl.buurtbundel.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import nl.buurtbundel.ledger.TransferId;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.junit.jupiter.api.Test;

class ReleasedInYearTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2027, 3, 31);

    private final RealisedRelease first = part(LAST_DAY, 1, 600);
    private final RealisedRelease second = part(LAST_DAY, 2, 600);
    private final ReleasedInYear year = new ReleasedInYear(List.of(first, second));

    @Test
    void of_two_equal_parts_the_one_whose_booking_was_countered_is_out_of_the_budget() {
        post(first, 1);
        post(second, 2);
        year.counter(Set.of(new TransferId(2)));
        assertThat(first.isPosted()).isTrue();
        assertThat(second.isCountered()).isTrue();
        assertThat(year.posted()).isEqualTo(Money.ofEuros(600));
    }

    @Test
    void seeing_a_counter_transfer_twice_counters_once() {
        post(first, 1);
        post(second, 2);
        year.counter(Set.of(new TransferId(1)));
        year.counter(Set.of(new TransferId(1)));
        assertThat(year.posted()).isEqualTo(Money.ofEuros(600));
    }

    @Test
    void what_is_on_its_way_is_not_missing() {
        post(first, 1);
        assertThat(year.held()).isEqualTo(Money.ofEuros(600));
        assertThat(year.missing(Money.ofEuros(1_200))).isEqualTo(Money.ZERO);
        assertThat(year.missing(Money.ofEuros(1_500))).isEqualTo(Money.ofEuros(300));
        assertThat(year.missing(Money.ofEuros(100))).isEqualTo(Money.ZERO);
        assertThat(year.anew(Money.ofEuros(1_200))).isEmpty();
    }

    @Test
    void what_is_missing_after_a_counter_transfer_comes_as_a_part_of_its_own() {
        post(first, 1);
        post(second, 2);
        year.counter(Set.of(new TransferId(1), new TransferId(2)));
        RealisedRelease anew = year.anew(Money.ofEuros(700)).orElseThrow();
        assertThat(anew.amount()).isEqualTo(Money.ofEuros(700));
        assertThat(anew.isHeld()).isTrue();
        assertThat(anew.key()).isNotIn(first.key(), second.key());
        assertThat(new ReleasedInYear(List.of(first, second, anew)).anew(Money.ofEuros(700)))
                .isEmpty();
    }

    @Test
    void the_next_report_of_another_day_is_its_first() {
        assertThat(year.nextReport(LAST_DAY)).isEqualTo(3);
        assertThat(year.nextReport(LAST_DAY.plusDays(1))).isEqualTo(1);
    }

    @Test
    void what_is_not_in_the_budget_is_never_countered() {
        assertThatThrownBy(first::counter).isInstanceOf(IllegalStateException.class);
    }

    private static void post(RealisedRelease part, long booking) {
        part.post(new TransferId(booking), Instant.EPOCH);
    }

    private static RealisedRelease part(LocalDate lastDay, int report, long euros) {
        return new RealisedRelease(
                1,
                2,
                new NeighbourhoodCode("BU99010101"),
                "6.72a",
                new FiscalYear(2027),
                lastDay,
                report,
                Money.ofEuros(euros));
    }
}
