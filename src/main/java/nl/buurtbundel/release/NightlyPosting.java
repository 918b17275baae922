package nl.buurtbundel.release;

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
 * Every night: posts what came free and waited, for a year to begin or a budget to be adopted, and sees what was countered since. Two processes at once post it
 * once, as the ledger knows the key.
 */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class NightlyPosting {
    private static final Logger LOGGER = Logger.getLogger(NightlyPosting.class.getName());

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Releases releases;

    @Schedule(hour = "2", minute = "40", timezone = "Europe/Amsterdam", persistent = false)
    public void postAll() {
        for (MunicipalityCode municipality : releases.listMunicipalitiesToPost()) {
            try {
                currentUser.runAs(User.system(municipality), () -> {
                    releases.postHeld(municipality);
                });
            } catch (RuntimeException e) {
                // one municipality that cannot be posted must not keep the others waiting
                LOGGER.log(Level.SEVERE, "Release of " + municipality + " could not be posted", e);
            }
        }
    }
}
