package nl.buurtbundel.provision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import nl.buurtbundel.foundation.WithoutAccessCheck;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/**
 * Makes opaque marks by which one home is known for one purpose in one year, without a file: neither the address nor anybody’s
 * provisions can be found by one, and marks of two purposes or two years have nothing in common.
 */
@ApplicationScoped
public class HomeMarks {
    private final Pseudonyms pseudonyms;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected HomeMarks() {
        this(null);
    }

    @Inject
    HomeMarks(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
    }

    /**
     * The same for the same home, purpose and year.
     *
     * @param purpose a word of the room that asks
     */
    @WithoutAccessCheck("reads nothing that is kept")
    public String of(String purpose, MunicipalityCode municipality, FiscalYear year, PostalAddress address) {
        return pseudonyms.ofAddress(purpose, municipality, year, address);
    }
}
