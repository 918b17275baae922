package nl.buurtbundel.provision;

import java.time.LocalDate;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/**
 * A worker found out what a file did not tell. It says of nobody whose provision it was.
 *
 * @param reason why it stood on the repair list
 */
public record ProvisionRepaired(MunicipalityCode municipality, UnknownReason reason, LocalDate on) {}
