package nl.buurtbundel.budget;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import nl.buurtbundel.access.NightlyRound;
import nl.buurtbundel.neighbourhood.Neighbourhoods;

/**
 * Every night, after release was posted: what arrangements that have ended do not bear any more goes back to its task field, and
 * what payers left of a bridge by its last day is borne by the budget that bridged it. Of
 * two processes at once the second finds nothing left.
 */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class NightlyReturn {
    @Inject
    private NightlyRound round;

    @Inject
    private Neighbourhoods neighbourhoods;

    @Inject
    private PreFinancings preFinancings;

    @Inject
    private Bridges bridges;

    @Schedule(hour = "2", minute = "55", timezone = "Europe/Amsterdam", persistent = false)
    public void returnAll() {
        round.through(
                neighbourhoods.listMunicipalities(),
                "What ended arrangements of {0} have free stays",
                preFinancings::returnEnded);
        round.through(
                neighbourhoods.listMunicipalities(), "What was bridged in {0} could not be settled", bridges::lapse);
    }
}
