package nl.buurtbundel.access;

import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.buurtbundel.foundation.WithoutAccessCheck;
import org.jspecify.annotations.Nullable;

/**
 * Chains committed audit rows by hash, so that a changed, removed or reordered row is found and named. Sealing comes after
 * the commit and on its own, so that deeds never wait for each other; rows committed but not sealed yet are the tail.
 */
@ApplicationScoped
@Transactional(SUPPORTS)
public class AuditChain {
    private static final int BATCH = 1_000;

    @PersistenceContext
    private EntityManager entityManager;

    private final Access access;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected AuditChain() {
        this(null);
    }

    @Inject
    AuditChain(Access access) {
        this.access = access;
    }

    /** Seals a batch of what is not sealed yet and says how many rows that were. */
    @Transactional(REQUIRED)
    @WithoutAccessCheck("scheduled work; adds links, shows nothing")
    public int seal() {
        @Nullable
        AuditSeal last = entityManager
                .createQuery("select s from AuditSeal s order by s.sequenceNumber desc", AuditSeal.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(null);
        long next = last == null ? 1 : last.sequenceNumber() + 1;
        String hash = last == null ? AuditSeal.BEFORE_THE_FIRST : last.hash();
        List<AuditEvent> tail = entityManager
                .createQuery(
                        "select e from AuditEvent e where not exists"
                                + " (select s from AuditSeal s where s.event = e.id) order by e.at, e.id",
                        AuditEvent.class)
                .setMaxResults(BATCH)
                .getResultList();
        for (AuditEvent event : tail) {
            AuditSeal seal = new AuditSeal(next++, event, hash);
            hash = seal.hash();
            entityManager.persist(seal);
        }
        return tail.size();
    }

    /** Walks the whole chain and names what does not fit. */
    public Verdict verify() {
        access.require(Operation.SEE_AUDIT);
        List<String> faults = new ArrayList<>();
        String before = AuditSeal.BEFORE_THE_FIRST;
        long expected = 1;
        long sealed = 0;
        for (int from = 0; ; from += BATCH) {
            List<AuditSeal> seals = entityManager
                    .createQuery("select s from AuditSeal s order by s.sequenceNumber", AuditSeal.class)
                    .setFirstResult(from)
                    .setMaxResults(BATCH)
                    .getResultList();
            if (seals.isEmpty()) {
                break;
            }
            Map<Long, AuditEvent> events = events(seals);
            for (AuditSeal seal : seals) {
                if (seal.sequenceNumber() != expected || !seal.follows(before)) {
                    faults.add("link " + seal.sequenceNumber() + " does not follow link " + (expected - 1));
                }
                AuditEvent event = events.get(seal.event());
                if (event == null) {
                    faults.add("row " + seal.event() + " is removed");
                } else if (!seal.fits(event)) {
                    faults.add("row " + seal.event() + " is changed");
                }
                before = seal.hash();
                expected = seal.sequenceNumber() + 1;
                sealed++;
            }
            entityManager.clear();
        }
        long all = entityManager
                .createQuery("select count(e) from AuditEvent e", Long.class)
                .getSingleResult();
        return new Verdict(sealed, Math.max(0, all - sealed), List.copyOf(faults));
    }

    private Map<Long, AuditEvent> events(List<AuditSeal> seals) {
        Map<Long, AuditEvent> events = new HashMap<>();
        entityManager
                .createQuery("select e from AuditEvent e where e.id in :ids", AuditEvent.class)
                .setParameter("ids", seals.stream().map(AuditSeal::event).toList())
                .getResultStream()
                .forEach(event -> events.put(event.id(), event));
        return events;
    }

    /**
     * What the verifier found.
     *
     * @param sealed rows in the chain
     * @param tail rows committed but not sealed yet
     * @param faults rows changed, removed or out of order, by id
     */
    public record Verdict(long sealed, long tail, List<String> faults) {
        public boolean isWhole() {
            return faults.isEmpty();
        }
    }
}
