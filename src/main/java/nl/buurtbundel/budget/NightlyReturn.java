package nl.buurtbundel.budget;

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
import nl.buurtbundel.neighbourhood.Neighbourhoods;

/**
 * Every night, after release was posted: what arrangements that have ended do not bear any more goes back to its task field. Of
 * two processes at once the second finds nothing left.
 */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class NightlyReturn {
    private static final Logger LOGGER = Logger.getLogger(NightlyReturn.class.getName());

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Neighbourhoods neighbourhoods;

    @Inject
    private PreFinancings preFinancings;

    @Schedule(hour = "2", minute = "55", timezone = "Europe/Amsterdam", persistent = false)
    public void returnAll() {
        for (MunicipalityCode municipality : neighbourhoods.listMunicipalities()) {
            try {
                currentUser.runAs(User.system(municipality), () -> {
                    preFinancings.returnEnded(municipality);
                });
            } catch (RuntimeException e) {
                // one municipality in trouble must not keep the others waiting
                LOGGER.log(Level.SEVERE, "What ended arrangements of " + municipality + " have free stays", e);
            }
        }
    }
}
