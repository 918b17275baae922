package nl.buurtbundel.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Arrays;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.junit.jupiter.api.Test;

class WayBackTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    @Test
    void the_promise_counts_working_days() {
        assertThat(WorkingDays.after(MONDAY, 5)).isEqualTo(LocalDate.of(2026, 3, 9));
        // Good Friday 3 April, Easter Monday 6 April
        assertThat(WorkingDays.after(LocalDate.of(2026, 4, 2), 1)).isEqualTo(LocalDate.of(2026, 4, 7));
        // King’s Day on a Sunday moves to Saturday
        assertThat(WorkingDays.isWorkingDay(LocalDate.of(2025, 4, 26))).isFalse();
        assertThat(WorkingDays.isWorkingDay(LocalDate.of(2026, 4, 27))).isFalse();
        // Ascension Day on Liberation Day
        assertThat(WorkingDays.isWorkingDay(LocalDate.of(2016, 5, 5))).isFalse();
        assertThat(WorkingDays.isWorkingDay(LocalDate.of(2026, 5, 14))).isFalse();
        assertThat(WorkingDays.isWorkingDay(LocalDate.of(2026, 5, 25))).isFalse();
        assertThat(WorkingDays.isWorkingDay(LocalDate.of(2026, 5, 26))).isTrue();
    }

    @Test
    void the_team_sees_how_many_working_days_are_left() {
        assertThat(WorkingDays.between(MONDAY, WorkingDays.after(MONDAY, 10))).isEqualTo(10);
        assertThat(WorkingDays.between(MONDAY, MONDAY)).isZero();
        assertThat(WorkingDays.between(MONDAY, MONDAY.minusDays(3))).isZero();
        // over Easter: Good Friday and Easter Monday do not count
        assertThat(WorkingDays.between(LocalDate.of(2026, 4, 2), LocalDate.of(2026, 4, 8)))
                .isEqualTo(2);
    }

    @Test
    void the_steps_come_in_order_and_only_bridging_can_be_left_out() {
        ReturnJourney journey = journey();
        assertThatThrownBy(() -> journey.take(WayBackStep.BACK, MONDAY)).hasMessage("release.error.step-order");
        journey.take(WayBackStep.BRIDGED, MONDAY);
        assertThatThrownBy(() -> journey.take(WayBackStep.BRIDGED, MONDAY)).hasMessage("release.error.step-order");
        journey.take(WayBackStep.ALLOCATED, MONDAY.plusDays(3));
        journey.take(WayBackStep.BACK, MONDAY.plusDays(4));
        assertThat(journey.isBack()).isTrue();
        ReturnJourney atOnce = journey();
        atOnce.take(WayBackStep.ALLOCATED, MONDAY);
        atOnce.take(WayBackStep.BACK, MONDAY);
        assertThat(atOnce.isBack()).isTrue();
    }

    @Test
    void nowhere_on_the_way_back_is_a_reason_kept() {
        assertThat(Arrays.stream(ReturnJourney.class.getDeclaredFields())
                        .map(f -> f.getName().toLowerCase()))
                .noneMatch(name -> name.contains("reason") || name.contains("why"));
    }

    private static ReturnJourney journey() {
        return new ReturnJourney(
                1,
                new NeighbourhoodCode("BU99010101"),
                "42",
                10,
                "De huidige hulp blijft even",
                true,
                MONDAY,
                MONDAY,
                false);
    }
}
