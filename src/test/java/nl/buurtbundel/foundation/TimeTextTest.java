package nl.buurtbundel.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {

    @ParameterizedTest
    @CsvSource({"10:30,10:30", "9:05,09:05", "09.05,09:05", "14,14:00", "23:59,23:59", "0:00,00:00", "' 8:15 ',08:15"})
    void hours_and_minutes_are_a_time(String typed, LocalTime meant) {
        assertThat(TimeText.read(typed)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"25:99", "24:00", "12:60", "1030", "10:3", "10:30:00", "half elf", ":30", ""})
    void what_no_clock_shows_is_none(String typed) {
        assertThat(TimeText.read(typed)).isEmpty();
    }
}
