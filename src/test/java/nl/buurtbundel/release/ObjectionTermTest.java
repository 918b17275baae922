package nl.buurtbundel.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ObjectionTermTest {
    @Test
    void six_weeks_after_the_letter() {
        assertThat(ObjectionTerm.lastDay(LocalDate.of(2026, 11, 23))).isEqualTo(LocalDate.of(2027, 1, 4));
    }

    @Test
    void a_term_that_ends_in_a_weekend_runs_to_monday() {
        assertThat(ObjectionTerm.lastDay(LocalDate.of(2026, 11, 21))).isEqualTo(LocalDate.of(2027, 1, 4));
        assertThat(ObjectionTerm.lastDay(LocalDate.of(2026, 11, 22))).isEqualTo(LocalDate.of(2027, 1, 4));
    }

    @Test
    void a_term_that_ends_at_christmas_runs_past_both_days_and_the_weekend() {
        // 25 December 2026 is a Friday: the 26th is a holiday and a Saturday
        assertThat(ObjectionTerm.lastDay(LocalDate.of(2026, 11, 13))).isEqualTo(LocalDate.of(2026, 12, 28));
    }

    @Test
    void a_term_that_ends_on_good_friday_runs_past_easter_monday() {
        assertThat(ObjectionTerm.lastDay(LocalDate.of(2026, 2, 20))).isEqualTo(LocalDate.of(2026, 4, 7));
    }
}
