package nl.buurtbundel;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** The time of a server under test that carries this class: it stands still until the test moves it. */
@Alternative
@Priority(1)
@ApplicationScoped
public class SteeredClock {
    private static final ZoneId NETHERLANDS = ZoneId.of("Europe/Amsterdam");
    private static volatile Instant present = Instant.parse("2026-11-20T09:00:00Z");

    public static void moveTo(LocalDate day) {
        present = day.atTime(LocalTime.of(9, 0)).atZone(NETHERLANDS).toInstant();
    }

    @Produces
    @Singleton
    Clock clock() {
        return new Standing(NETHERLANDS);
    }

    private static final class Standing extends Clock {
        private final ZoneId zone;

        Standing(ZoneId zone) {
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Standing(other);
        }

        @Override
        public Instant instant() {
            return present;
        }
    }
}
