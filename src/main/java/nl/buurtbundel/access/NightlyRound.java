package nl.buurtbundel.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.util.Collection;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/** Work of the program itself, municipality by municipality: one in trouble is told of, and keeps no other waiting. */
@ApplicationScoped
public class NightlyRound {
    private static final Logger LOGGER = Logger.getLogger(NightlyRound.class.getName());

    private final CurrentUser currentUser;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected NightlyRound() {
        this(null);
    }

    @Inject
    NightlyRound(CurrentUser currentUser) {
        this.currentUser = currentUser;
    }

    /** @param failure what the log says of one in trouble, named in the place of {@code {0}} */
    public void through(Collection<MunicipalityCode> municipalities, String failure, Consumer<MunicipalityCode> work) {
        for (MunicipalityCode municipality : municipalities) {
            try {
                currentUser.runAs(User.system(municipality), () -> work.accept(municipality));
            } catch (RuntimeException e) {
                LOGGER.log(Level.SEVERE, MessageFormat.format(failure, municipality), e);
            }
        }
    }
}
