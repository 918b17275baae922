package nl.buurtbundel.budget.ui;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.ledger.ui.BookShown;

/** Gives the bookings that are shown the names of their plans. */
@ApplicationScoped
class BookNames {
    private final Initiatives initiatives;
    private final Access access;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected BookNames() {
        this(null, null);
    }

    @Inject
    BookNames(Initiatives initiatives, Access access) {
        this.initiatives = initiatives;
        this.access = access;
    }

    void whenBookIsShown(@Observes BookShown shown) {
        if (access.may(Operation.SEE_DOSSIERS)) {
            PlanNames.of(initiatives, shown.references()).forEach(shown::name);
        }
    }
}
