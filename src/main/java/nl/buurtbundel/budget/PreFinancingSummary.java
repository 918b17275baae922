package nl.buurtbundel.budget;

import java.time.LocalDate;
import java.util.Optional;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/**
 * An arrangement to bear costs until release is realised.
 *
 * @param version the version seen, to send along with a command
 * @param neighbourhood none: for the whole municipality
 * @param taskField whose money it is
 * @param available what of the limit is not in use and not held; none when the reader may not see it
 */
public record PreFinancingSummary(
        PreFinancingId id,
        int version,
        FiscalYear year,
        @Nullable NeighbourhoodCode neighbourhood,
        String taskField,
        Money limit,
        LocalDate endsOn,
        @Nullable Money available) {

    /** Where it was read from the book itself. */
    Money knownAvailable() {
        return Optional.ofNullable(available).orElseThrow();
    }

    /** For eyes that may not see single households: what is free moves with each release that repays. */
    PreFinancingSummary withoutAvailable() {
        return new PreFinancingSummary(id, version, year, neighbourhood, taskField, limit, endsOn, null);
    }
}
