package nl.buurtbundel.signal;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import nl.buurtbundel.access.NightlyRound;
import nl.buurtbundel.neighbourhood.Neighbourhoods;

/** Every night: what is late is heard, without anybody having to say so. Two processes at once do no harm: it is heard once. */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class NightlySignals {
    @Inject
    private NightlyRound round;

    @Inject
    private Neighbourhoods neighbourhoods;

    @Inject
    private Signals signals;

    @Schedule(hour = "2", minute = "50", timezone = "Europe/Amsterdam", persistent = false)
    public void noteLate() {
        round.through(neighbourhoods.listMunicipalities(), "What is late in {0} could not be heard", signals::noteLate);
    }
}
