package nl.buurtbundel.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import nl.buurtbundel.foundation.WithoutAccessCheck;

/**
 * One row for each person whose data somebody looks at (Logboek Dataverwerkingen, draft): the row stands in the transaction
 * of the look, so without the row there is no look. Who looked is in the audit log, linked by id and not here.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
@WithoutAccessCheck("called inside the transaction of a service that has checked")
public class ProcessingLog {
    @PersistenceContext
    private EntityManager entityManager;

    private final AuditLog auditLog;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected ProcessingLog() {
        this(null, null);
    }

    @Inject
    ProcessingLog(AuditLog auditLog, Clock clock) {
        this.auditLog = auditLog;
        this.clock = clock;
    }

    /**
     * @param activity what the data is looked at for, as a message key
     * @param subjects the opaque ids of the persons
     */
    public void looked(String activity, Collection<String> subjects) {
        if (subjects.isEmpty()) {
            return;
        }
        AuditEvent event = auditLog.event("access.look", "persons", Integer.toString(subjects.size()), activity);
        entityManager.flush();
        String trace = UUID.randomUUID().toString().replace("-", "");
        for (String subject : subjects) {
            entityManager.persist(new ProcessingEntry(clock.instant(), trace, activity, subject, event.id()));
        }
    }

    /** The looks at one person, newest first, for that person. */
    public List<Look> list(String subject) {
        return entityManager
                .createQuery(
                        "select p from ProcessingEntry p where p.dataSubject = :subject order by p.at desc, p.id desc",
                        ProcessingEntry.class)
                .setParameter("subject", subject)
                .setMaxResults(200)
                .getResultStream()
                .map(ProcessingEntry::look)
                .toList();
    }
}
