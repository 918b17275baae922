package nl.buurtbundel.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.atomic.AtomicReference;
import nl.buurtbundel.access.CurrentUser;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** A room that fails while it makes way for what is set free; only in the municipality where a test asks for it. */
@ApplicationScoped
public class FailsToSetFree {
    private static final AtomicReference<@Nullable MunicipalityCode> WHERE = new AtomicReference<>();

    static void in(MunicipalityCode municipality) {
        WHERE.set(municipality);
    }

    static void nowhere() {
        WHERE.set(null);
    }

    void whenExpiring(@Observes ReservationsExpiring expiring, CurrentUser currentUser) {
        if (currentUser
                .find()
                .filter(user -> user.municipality().equals(WHERE.get()))
                .isPresent()) {
            throw new IllegalStateException("fails for the test");
        }
    }
}
