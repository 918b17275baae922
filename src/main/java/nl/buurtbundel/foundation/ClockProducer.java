package nl.buurtbundel.foundation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;

/** The one source of time. Its zone is where the municipality lives; instants are UTC as always. */
@ApplicationScoped
class ClockProducer {
    private static final ZoneId NETHERLANDS = ZoneId.of("Europe/Amsterdam");

    @Produces
    @Singleton
    Clock clock() {
        return new EarlierTime.SeenClock(NETHERLANDS);
    }
}
