package nl.buurtbundel.shell;

import java.time.Duration;
import java.time.Instant;

/** So often in a while and no more, for all visitors together: who they are is not looked at. */
final class Throttle {
    private final int most;
    private final Duration during;
    private Instant since = Instant.MIN;
    private int done;

    Throttle(int most, Duration during) {
        this.most = most;
        this.during = during;
    }

    synchronized boolean allows(Instant now) {
        if (!now.isBefore(since.equals(Instant.MIN) ? now : since.plus(during))) {
            since = now;
            done = 0;
        }
        if (done >= most) {
            return false;
        }
        done++;
        return true;
    }
}
