package nl.buurtbundel.household;

import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.User;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.foundation.Conflict;
import org.jspecify.annotations.Nullable;

/** Everybody’s own breakthrough plan; there is no method that reads another’s. */
@ApplicationScoped
@Transactional(SUPPORTS)
public class BreakthroughPlans {
    @PersistenceContext
    private EntityManager entityManager;

    private final Access access;
    private final AuditLog audit;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected BreakthroughPlans() {
        this(null, null, null);
    }

    @Inject
    BreakthroughPlans(Access access, AuditLog audit, Clock clock) {
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the reader keeps; empty as long as that is nothing. */
    public Optional<OwnBreakthrough> findMine() {
        User owner = access.require(Operation.SEE_OWN_FILE);
        return find(owner.id()).map(KeptBreakthrough::own);
    }

    /**
     * Keeps it instead of what was kept.
     *
     * @param seen the version that was changed; null where nothing was kept
     * @throws Conflict when the reader changed it elsewhere meanwhile
     */
    @Transactional(REQUIRED)
    public OwnBreakthrough keep(BreakthroughPlan plan, @Nullable Integer seen) {
        User owner = access.require(Operation.SEE_OWN_FILE);
        LocalDate today = LocalDate.now(clock);
        Optional<KeptBreakthrough> there = find(owner.id());
        there.ifPresent(kept -> {
            lock(kept, seen);
            kept.write(plan, today);
        });
        KeptBreakthrough kept = there.orElseGet(() -> {
            KeptBreakthrough made = new KeptBreakthrough(owner.id(), plan, today);
            entityManager.persist(made);
            return made;
        });
        entityManager.flush();
        audit.record("household.keep-breakthrough", "breakthrough-plan", kept.id());
        return kept.own();
    }

    /** Nothing is left of it. */
    @Transactional(REQUIRED)
    public void remove(int seen) {
        User owner = access.require(Operation.SEE_OWN_FILE);
        find(owner.id()).ifPresent(kept -> {
            lock(kept, seen);
            entityManager.remove(kept);
            audit.record("household.remove-breakthrough", "breakthrough-plan", kept.id());
        });
    }

    private void lock(KeptBreakthrough kept, @Nullable Integer seen) {
        entityManager.refresh(kept, LockModeType.PESSIMISTIC_WRITE);
        Conflict.unlessSeen(seen, kept.version());
    }

    private Optional<KeptBreakthrough> find(UserId owner) {
        return entityManager
                .createQuery("select b from KeptBreakthrough b where b.owner = :owner", KeptBreakthrough.class)
                .setParameter("owner", owner.value())
                .getResultStream()
                .findFirst();
    }
}
