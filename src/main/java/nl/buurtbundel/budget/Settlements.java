package nl.buurtbundel.budget;

import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import nl.buurtbundel.foundation.WithoutAccessCheck;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.initiative.PublicInitiative;
import nl.buurtbundel.ledger.Ledger;

/** What became of the money of plans that are over. */
@ApplicationScoped
@Transactional(SUPPORTS)
public class Settlements {
    private final Initiatives initiatives;
    private final Ledger ledger;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected Settlements() {
        this(null, null);
    }

    @Inject
    Settlements(Initiatives initiatives, Ledger ledger) {
        this.initiatives = initiatives;
        this.ledger = ledger;
    }

    /** What became of the money of a plan that ended, as the book tells it; none of a plan that goes on or got nothing. */
    @WithoutAccessCheck(
            "a public page: the whole of what was granted, and of what became of it once the plan has ended")
    public Optional<Settlement> find(InitiativeId initiative) {
        PublicInitiative plan = initiatives.readPublic(initiative);
        return plan.stage().isEnded() && plan.granted() != null
                ? Settlement.of(ledger.listTransfers(plan.neighbourhood().municipality(), initiative.reference()))
                : Optional.empty();
    }
}
