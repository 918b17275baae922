package nl.buurtbundel.provision;

import java.time.LocalDate;

/**
 * The provider started (message 305).
 *
 * @param reportedOn the date of the message: a newer report replaces an older one
 * @param removed the provider takes an earlier report back
 */
public record StartCommand(
        AllocationNumber number,
        ProviderCode provider,
        Bsn bsn,
        LocalDate startedOn,
        LocalDate reportedOn,
        boolean removed)
        implements ReportCommand {}
