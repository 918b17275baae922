package nl.buurtbundel.decision;

import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.InitiativePage;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.initiative.Stage;
import nl.buurtbundel.money.Money;

/** A decision is told with its reasons (Awb 3:46) to everybody who may read the plan. */
@ApplicationScoped
@Transactional(SUPPORTS)
public class DecisionLetters {
    @PersistenceContext
    private EntityManager entityManager;

    private final Initiatives initiatives;
    private final Access access;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected DecisionLetters() {
        this(null, null);
    }

    @Inject
    DecisionLetters(Initiatives initiatives, Access access) {
        this.initiatives = initiatives;
        this.access = access;
    }

    /** The decision that the plan stands on; more money refused to a plan that goes on is not one. */
    public Optional<DecisionLetter> find(InitiativeId initiative) {
        InitiativePage plan = initiatives.read(initiative);
        access.require(Operation.SEE_INITIATIVES, plan.neighbourhood());
        boolean refused = plan.stage() == Stage.REFUSED;
        List<Decision> found = entityManager
                .createQuery(
                        "select d from Decision d where d.initiative = :initiative and d.state = :state order by d.id",
                        Decision.class)
                .setParameter("initiative", initiative.value())
                .setParameter("state", refused ? DecisionState.REFUSED : DecisionState.FINAL)
                .getResultList();
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Money asked = AskedAmount.of(plan.plan().yearlyCost(), plan.plan().startUp(), 0)
                .total();
        return Optional.of(
                refused
                        ? DecisionLetter.of(found.get(found.size() - 1), asked)
                        : DecisionLetter.of(found, asked, plan.stage().isGranted()));
    }
}
