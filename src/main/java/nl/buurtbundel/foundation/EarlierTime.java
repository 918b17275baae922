package nl.buurtbundel.foundation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets whoever tells what happened before do so through the services, at the time it happened. Only the thread that tells
 * sees it, and only while it tells; nothing but the demo may (see the rules in ArchitectureTest).
 */
public final class EarlierTime {
    private static final ThreadLocal<@Nullable Duration> AGO = new ThreadLocal<>();

    private EarlierTime() {}

    /**
     * @param ago how long ago, not negative
     * @throws IllegalStateException inside another earlier time
     */
    public static <T> T at(Duration ago, Supplier<T> deed) {
        if (ago.isNegative() || AGO.get() != null) {
            throw new IllegalStateException("A time that is not earlier, or told inside another: " + ago);
        }
        AGO.set(ago);
        try {
            return deed.get();
        } finally {
            AGO.remove();
        }
    }

    /** The time of the machine, and for who tells what happened before the time that it happened. */
    static final class SeenClock extends Clock {
        private final Clock machine;

        SeenClock(ZoneId zone) {
            this(Clock.system(zone));
        }

        private SeenClock(Clock machine) {
            this.machine = machine;
        }

        @Override
        public ZoneId getZone() {
            return machine.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return new SeenClock(zone);
        }

        @Override
        public Instant instant() {
            Duration ago = AGO.get();
            return ago == null ? machine.instant() : machine.instant().minus(ago);
        }
    }
}
