package nl.buurtbundel.release;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import nl.buurtbundel.access.NightlyRound;

/**
 * Every night: posts what came free and waited, for a year to begin or a budget to be adopted, and sees what was countered
 * since. Two processes at once post it once, as the ledger knows the key.
 */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class NightlyPosting {
    @Inject
    private NightlyRound round;

    @Inject
    private Releases releases;

    @Schedule(hour = "2", minute = "40", timezone = "Europe/Amsterdam", persistent = false)
    public void postAll() {
        round.through(releases.listMunicipalitiesToPost(), "Release of {0} could not be posted", releases::postHeld);
    }
}
