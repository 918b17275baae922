package nl.buurtbundel.outcome;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import nl.buurtbundel.access.NightlyRound;
import nl.buurtbundel.neighbourhood.Neighbourhoods;

/** Every night: how long the steps of the days before took, and who opened which page is forgotten. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class NightlyWork {
    @Inject
    private NightlyRound round;

    @Inject
    private Neighbourhoods neighbourhoods;

    @Inject
    private DecidingCosts costs;

    @Schedule(hour = "1", minute = "20", timezone = "Europe/Amsterdam", persistent = false)
    public void addUp() {
        round.through(neighbourhoods.listMunicipalities(), "The work in {0} could not be added up", costs::addUp);
    }
}
