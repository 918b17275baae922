package nl.buurtbundel.ledger;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import nl.buurtbundel.access.CurrentUser;
import nl.buurtbundel.access.User;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/**
 * Every night, municipality by municipality: frees what was held too long, then proves the book. Several processes may do it
 * at once; the second finds nothing left to free and proves the same book again.
 */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class NightlyProof {
    private static final Logger LOGGER = Logger.getLogger(NightlyProof.class.getName());

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Ledger ledger;

    @Inject
    private Proofs proofs;

    @Schedule(hour = "3", minute = "10", timezone = "Europe/Amsterdam", persistent = false)
    public void proveAll() {
        for (MunicipalityCode municipality : proofs.listMunicipalities()) {
            try {
                currentUser.runAs(User.system(municipality), () -> {
                    ledger.voidExpired(municipality);
                    proofs.prove(municipality);
                });
            } catch (RuntimeException e) {
                // one book that cannot be read must not keep the others from being proved
                LOGGER.log(Level.SEVERE, "The book of " + municipality + " could not be proved", e);
            }
        }
    }
}
