package nl.buurtbundel.signal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A structural change.
 *
 * @param decidedBy who said yes or no; null as long as nobody did
 * @param doneOn from when it holds; null as long as it does not
 */
public record ChangeView(
        String what,
        ChangeState state,
        LocalDate proposedOn,
        @Nullable ChangeDecider decidedBy,
        @Nullable LocalDate decidedOn,
        @Nullable LocalDate doneOn) {}
