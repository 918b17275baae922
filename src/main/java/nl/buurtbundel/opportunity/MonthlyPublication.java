package nl.buurtbundel.opportunity;

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
 * Publishes the picture of a month in its first night, so that it does not depend on who looks first. In other nights it
 * finds the picture there, or makes it for a municipality that has come since.
 */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class MonthlyPublication {
    private static final Logger LOGGER = Logger.getLogger(MonthlyPublication.class.getName());

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Neighbourhoods neighbourhoods;

    @Inject
    private Opportunities opportunities;

    @Schedule(hour = "0", minute = "20", timezone = "Europe/Amsterdam", persistent = false)
    public void publishAll() {
        for (MunicipalityCode municipality : neighbourhoods.listMunicipalities()) {
            try {
                currentUser.runAs(User.system(municipality), () -> {
                    opportunities.overview();
                });
            } catch (RuntimeException e) {
                // one municipality that cannot be published must not keep the others waiting
                LOGGER.log(Level.SEVERE, "The opportunities of " + municipality + " could not be published", e);
            }
        }
    }
}
