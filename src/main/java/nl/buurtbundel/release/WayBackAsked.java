package nl.buurtbundel.release;

import java.time.LocalDate;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/**
 * Somebody goes back to the own help. Fired in the same transaction, and so coarse that nobody can be found by it: without plan,
 * neighbourhood or person.
 */
public record WayBackAsked(MunicipalityCode municipality, LocalDate on) {}
