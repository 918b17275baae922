package nl.buurtbundel.foundation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class EarlierTimeTest {
    private static final Duration MONTH = Duration.ofDays(30);

    private final Clock clock = new EarlierTime.SeenClock(Formats.ZONE);

    @Test
    void who_tells_sees_the_time_that_it_was() {
        LocalDate then = EarlierTime.at(MONTH, () -> LocalDate.now(clock));
        assertEquals(then, LocalDate.now(clock.withZone(Formats.ZONE)).minusDays(30));
    }

    @Test
    void another_thread_sees_the_time_of_the_machine() {
        Duration between = EarlierTime.at(
                MONTH,
                () -> Duration.between(
                        clock.instant(),
                        CompletableFuture.supplyAsync(clock::instant).join()));
        assertTrue(between.compareTo(MONTH) >= 0, between::toString);
    }

    @Test
    void it_is_over_also_when_the_telling_fails() {
        assertThrows(
                IllegalStateException.class,
                () -> EarlierTime.at(MONTH, () -> {
                    throw new IllegalStateException();
                }));
        assertTrue(
                Duration.between(clock.instant(), Clock.systemUTC().instant()).toDays() == 0);
    }

    @Test
    void what_is_to_come_and_a_time_inside_a_time_are_refused() {
        assertThrows(IllegalStateException.class, () -> EarlierTime.at(MONTH.negated(), () -> true));
        assertThrows(IllegalStateException.class, () -> EarlierTime.at(MONTH, () -> EarlierTime.at(MONTH, () -> true)));
    }
}
