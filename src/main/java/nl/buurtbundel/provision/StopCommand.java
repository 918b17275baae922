package nl.buurtbundel.provision;

import java.time.LocalDate;

/**
 * The provider stopped (message 307).
 *
 * @param endedOn the last day of delivery
 * @param reason code list WMO588 or JZ588; 36 is “on the initiative of the municipality”
 * @param reportedOn the date of the message: a newer report replaces an older one
 * @param removed the provider takes an earlier report back
 */
public record StopCommand(
        AllocationNumber number,
        ProviderCode provider,
        Bsn bsn,
        LocalDate endedOn,
        String reason,
        LocalDate reportedOn,
        boolean removed)
        implements ReportCommand {}
