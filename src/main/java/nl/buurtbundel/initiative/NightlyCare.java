package nl.buurtbundel.initiative;

import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import nl.buurtbundel.access.NightlyRound;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/**
 * Every night: lets the households go whose notice is over, proves that plans and pledges are what their history says, and
 * removes the private rooms in which nobody writes any more. Two processes at once do no harm: the second finds nobody left to let go.
 */
@Singleton
@TransactionManagement(TransactionManagementType.BEAN)
public class NightlyCare {
    private static final Logger LOGGER = Logger.getLogger(NightlyCare.class.getName());

    @Inject
    private NightlyRound round;

    @Inject
    private Initiatives initiatives;

    @Inject
    private Pledges pledges;

    @Inject
    private PrivateRooms rooms;

    @Schedule(hour = "2", minute = "10", timezone = "Europe/Amsterdam", persistent = false)
    public void careForAll() {
        List<MunicipalityCode> municipalities = initiatives.listMunicipalities();
        round.through(municipalities, "In {0} not everybody whose notice is over could be let go", this::letGo);
        // a round of its own: a household that could not go is the more reason to look
        round.through(municipalities, "The plans of {0} could not be proved", this::prove);
        rooms.removeForgotten();
    }

    private void letGo(MunicipalityCode municipality) {
        int closed;
        do {
            closed = pledges.closeOverdue(municipality);
        } while (closed > 0);
    }

    private void prove(MunicipalityCode municipality) {
        List<String> deviations = initiatives.listDeviations(municipality);
        if (!deviations.isEmpty()) {
            LOGGER.log(Level.SEVERE, "In {0} these are not what their history says: {1}", new Object[] {
                municipality, deviations
            });
        }
    }
}
