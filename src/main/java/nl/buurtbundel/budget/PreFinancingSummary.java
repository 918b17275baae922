package nl.buurtbundel.budget;

import java.time.LocalDate;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/**
 * An arrangement to bear costs until release is realised.
 *
 * @param neighbourhood none: for the whole municipality
 * @param taskField whose money it is
 * @param available what of the limit is not in use and not held
 */
public record PreFinancingSummary(
        PreFinancingId id,
        FiscalYear year,
        @Nullable NeighbourhoodCode neighbourhood,
        String taskField,
        Money limit,
        LocalDate endsOn,
        Money available) {}
