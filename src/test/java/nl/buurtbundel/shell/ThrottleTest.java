package nl.buurtbundel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ThrottleTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void so_often_in_a_while_and_then_again_in_the_next() {
        Throttle throttle = new Throttle(2, Duration.ofMinutes(1));

        assertThat(throttle.allows(NINE)).isTrue();
        assertThat(throttle.allows(NINE.plusSeconds(59))).isTrue();
        assertThat(throttle.allows(NINE.plusSeconds(59))).isFalse();
        assertThat(throttle.allows(NINE.plusSeconds(60))).isTrue();
        assertThat(throttle.allows(NINE.plusSeconds(61))).isTrue();
        assertThat(throttle.allows(NINE.plusSeconds(119))).isFalse();
    }
}
