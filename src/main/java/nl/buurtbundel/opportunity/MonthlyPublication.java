package nl.buurtbundel.opportunity;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import nl.buurtbundel.access.NightlyRound;
import nl.buurtbundel.neighbourhood.Neighbourhoods;

/**
 * Publishes the pictures of a month in its first night, so that it does not depend on who looks first. In other nights it
 * finds the picture there, or makes it for a municipality that has come since.
 */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class MonthlyPublication {
    @Inject
    private NightlyRound round;

    @Inject
    private Neighbourhoods neighbourhoods;

    @Inject
    private Opportunities opportunities;

    @Inject
    private MoneySpreads spreads;

    @Schedule(hour = "0", minute = "20", timezone = "Europe/Amsterdam", persistent = false)
    public void publishAll() {
        round.through(
                neighbourhoods.listMunicipalities(),
                "The opportunities of {0} could not be published",
                municipality -> opportunities.overview());
        round.through(
                neighbourhoods.listMunicipalities(),
                "Where the money of {0} sits could not be published",
                municipality -> spreads.find());
    }
}
