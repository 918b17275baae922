package nl.buurtbundel.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.PledgeId;
import nl.buurtbundel.ledger.TransferId;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.provision.ProvisionId;
import org.junit.jupiter.api.Test;

class ReleasedInYearTest {
    private static final LocalDate LAST_DAY = LocalDate.of(2027, 3, 31);

    private final RealisedRelease first = part(LAST_DAY, 1, 600);
    private final RealisedRelease second = part(LAST_DAY, 2, 600);
    private final ReleasedInYear year = new ReleasedInYear(List.of(first, second));

    private final ExpectedRelease taker = new ExpectedRelease(
            new InitiativeId(9),
            new ProvisionId(2),
            3,
            new NeighbourhoodCode("BU99010102"),
            new PledgeId(4),
            null,
            null,
            Instant.EPOCH);

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
        assertThat(year.counter(Set.of(new TransferId(1), new TransferId(7)))).isTrue();
        assertThat(year.counter(Set.of(new TransferId(1), new TransferId(7)))).isFalse();
        assertThat(year.posted()).isEqualTo(Money.ofEuros(600));
    }

    @Test
    void what_is_on_its_way_is_not_missing() {
        post(first, 1);
        assertThat(year.held()).isEqualTo(Money.ofEuros(600));
        assertThat(year.missing(Money.ofEuros(1_200))).isEqualTo(Money.ZERO);
        assertThat(year.missing(Money.ofEuros(1_500))).isEqualTo(Money.ofEuros(300));
        assertThat(year.missing(Money.ofEuros(100))).isEqualTo(Money.ZERO);
        assertThat(year.anew(Money.ofEuros(1_200), taker)).isEmpty();
    }

    @Test
    void what_is_missing_after_a_counter_transfer_comes_as_a_part_of_its_own() {
        post(first, 1);
        post(second, 2);
        year.counter(Set.of(new TransferId(1), new TransferId(2)));
        RealisedRelease anew = year.anew(Money.ofEuros(700), taker).orElseThrow();
        assertThat(anew.amount()).isEqualTo(Money.ofEuros(700));
        assertThat(anew.isHeld()).isTrue();
        assertThat(anew.key()).isNotIn(first.key(), second.key());
        assertThat(new ReleasedInYear(List.of(first, second, anew)).anew(Money.ofEuros(700), taker))
                .isEmpty();
    }

    @Test
    void what_comes_anew_is_for_the_plan_that_the_provision_is_for_now() {
        post(first, 1);
        year.counter(Set.of(new TransferId(1)));
        RealisedRelease anew = year.anew(Money.ofEuros(1_400), taker).orElseThrow();
        assertThat(anew.amount()).as("the second part is on its way").isEqualTo(Money.ofEuros(800));
        assertThat(anew.initiative()).isEqualTo(taker.initiative());
        assertThat(anew.neighbourhood()).isEqualTo(taker.neighbourhood());
    }

    @Test
    void what_is_countered_is_settled_once_no_more_is_in_the_budget_than_came_free() {
        post(first, 1);
        post(second, 2);
        Money right = Money.ofEuros(500);
        assertThat(year.settle(Set.of(), null)).as("nothing was countered").isEmpty();
        assertThat(year.settle(Set.of(new TransferId(1)), right))
                .as("of two bookings one is to be countered yet")
                .isEmpty();
        assertThat(year.settle(Set.of(new TransferId(1), new TransferId(2)), right))
                .contains(right);
    }

    @Test
    void what_was_countered_though_no_report_said_less_came_free_all_the_same() {
        post(first, 1);
        post(second, 2);
        assertThat(year.settle(Set.of(new TransferId(2)), null)).contains(Money.ofEuros(1_200));
        assertThat(year.settle(Set.of(new TransferId(2)), null)).as("seen once").isEmpty();
    }

    /** Whatever is posted, countered and posted anew: with no report that says less, all that came free is there or coming. */
    @Test
    void no_counter_transfer_makes_more_or_less_of_what_came_free() {
        Random random = new Random(20270102);
        for (int round = 0; round < 500; round++) {
            List<RealisedRelease> parts = new ArrayList<>();
            Set<TransferId> countered = new HashSet<>();
            Set<String> keys = new HashSet<>();
            Money cameFree = Money.ZERO;
            long booking = 0;
            for (int step = 0; step < 20; step++) {
                ReleasedInYear now = new ReleasedInYear(parts);
                switch (random.nextInt(4)) {
                    case 0 -> {
                        cameFree = cameFree.plus(Money.ofCents(random.nextInt(100_000)));
                        Money missing = now.missing(cameFree);
                        if (missing.isPositive()) {
                            parts.add(part(LAST_DAY, now.nextReport(LAST_DAY), missing));
                        }
                    }
                    case 1 -> {
                        for (RealisedRelease part : parts) {
                            if (part.isHeld() && random.nextBoolean()) {
                                post(part, ++booking);
                            }
                        }
                    }
                    case 2 -> {
                        if (booking > 0) {
                            countered.add(new TransferId(1 + random.nextInt((int) booking)));
                        }
                    }
                    default -> {
                        Money all = now.all();
                        Money inBudget = inBudget(parts, countered);
                        Optional<Money> settled = now.settle(countered, null);
                        assertThat(now.posted()).as("as the ledger has it").isEqualTo(inBudget);
                        assertThat(settled.isPresent()).isEqualTo(now.all().compareTo(all) < 0);
                        settled.flatMap(right -> now.anew(right, taker)).ifPresent(parts::add);
                        assertThat(new ReleasedInYear(parts).all()).isEqualTo(cameFree);
                    }
                }
            }
            parts.forEach(part -> assertThat(keys.add(part.key())).isTrue());
        }
    }

    private static Money inBudget(List<RealisedRelease> parts, Set<TransferId> countered) {
        return Money.sum(parts.stream()
                .filter(part -> part.booking().isPresent())
                .filter(part -> !countered.contains(part.booking().orElseThrow()))
                .map(RealisedRelease::amount)
                .toList());
    }

    @Test
    void a_number_of_what_waited_and_did_not_come_is_not_given_to_two() {
        RealisedRelease third = part(LAST_DAY, 3, 600);
        assertThat(new ReleasedInYear(List.of(first, third)).nextReport(LAST_DAY))
                .isEqualTo(4);
    }

    @Test
    void what_came_free_anew_is_of_the_last_stop_in_whatever_order_the_database_gives_them() {
        RealisedRelease later = part(LAST_DAY.plusMonths(1), 1, 300);
        post(later, 3);
        later.counter();
        for (List<RealisedRelease> order : List.of(List.of(first, later), List.of(later, first))) {
            assertThat(new ReleasedInYear(order).anew(Money.ofEuros(800), taker))
                    .map(RealisedRelease::lastDay)
                    .contains(LAST_DAY.plusMonths(1));
        }
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
        return part(lastDay, report, Money.ofEuros(euros));
    }

    private static RealisedRelease part(LocalDate lastDay, int report, Money amount) {
        return new RealisedRelease(
                1, 2, new NeighbourhoodCode("BU99010101"), "6.72a", new FiscalYear(2027), lastDay, report, amount);
    }
}
