package nl.buurtbundel.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private final CurrentUser currentUser;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected ProcessingLog() {
        this(null, null, null);
    }

    @Inject
    ProcessingLog(AuditLog auditLog, CurrentUser currentUser, Clock clock) {
        this.auditLog = auditLog;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * What is looked at in the own power.
     *
     * @param activity what the data is looked at for, as a message key
     * @param subjects the opaque ids of the persons
     */
    public void looked(String activity, Collection<String> subjects) {
        looked(activity, subjects, Capacity.OWN);
    }

    /** @param capacity in whose power it is looked at */
    public void looked(String activity, Collection<String> subjects, Capacity capacity) {
        if (subjects.isEmpty()) {
            return;
        }
        AuditEvent event = auditLog.eventFor(
                capacity.absent(), "access.look", "persons", Integer.toString(subjects.size()), activity);
        entityManager.flush();
        Set<Role> roles = currentUser.find().map(User::roles).orElse(Set.of());
        String trace = UUID.randomUUID().toString().replace("-", "");
        for (String subject : subjects) {
            entityManager.persist(new ProcessingEntry(
                    clock.instant(),
                    trace,
                    activity,
                    subject,
                    roles,
                    capacity.findLent().orElse(null),
                    event.id()));
        }
    }

    /** All looks at some persons from one moment up to another, newest first, for those persons. */
    public List<Look> list(Collection<String> subjects, Instant from, Instant until) {
        if (subjects.isEmpty()) {
            return List.of();
        }
        return entityManager
                .createQuery(
                        "select p from ProcessingEntry p where p.dataSubject in :subjects and p.at >= :from"
                                + " and p.at < :until order by p.at desc, p.id desc",
                        ProcessingEntry.class)
                .setParameter("subjects", subjects)
                .setParameter("from", from)
                .setParameter("until", until)
                .getResultStream()
                .map(ProcessingEntry::look)
                .toList();
    }

    /** When somebody last looked at one of these persons before a moment. */
    public Optional<Instant> findLastBefore(Collection<String> subjects, Instant until) {
        if (subjects.isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(entityManager
                .createQuery(
                        "select max(p.at) from ProcessingEntry p where p.dataSubject in :subjects and p.at < :until",
                        Instant.class)
                .setParameter("subjects", subjects)
                .setParameter("until", until)
                .getSingleResult());
    }
}
