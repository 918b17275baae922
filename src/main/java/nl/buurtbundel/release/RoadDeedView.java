package nl.buurtbundel.release;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the office of the step did, without who it was.
 *
 * @param reason why it was taken back
 */
public record RoadDeedView(
        ReleaseStep step,
        RoadDeedKind kind,
        LocalDate doneOn,
        @Nullable String reason) {}
