package nl.buurtbundel.initiative;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Now: as an instant for the record, and as a day where the municipality lives for the terms. */
record Moment(Instant at, LocalDate day) {
    static Moment of(Clock clock) {
        Instant now = clock.instant();
        return new Moment(now.truncatedTo(ChronoUnit.MICROS), LocalDate.ofInstant(now, clock.getZone()));
    }
}
