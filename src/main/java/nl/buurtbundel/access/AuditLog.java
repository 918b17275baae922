package nl.buurtbundel.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.function.Supplier;
import nl.buurtbundel.foundation.WithoutAccessCheck;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/**
 * Who did what, when, in the same transaction as the deed: no deed without a row, no row without the deed. Holds opaque ids
 * and codes only; never names, BSNs or what people typed.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
@WithoutAccessCheck("called inside the transaction of a service that has checked")
public class AuditLog {
    @PersistenceContext
    private EntityManager entityManager;

    private final CurrentUser currentUser;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected AuditLog() {
        this(null, null);
    }

    @Inject
    AuditLog(CurrentUser currentUser, Clock clock) {
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /**
     * @param action what was done, as {@code room.verb}
     * @param subjectType what it was done to, such as {@code initiative}
     * @param subject its opaque id
     * @param details amounts, codes and ids that a reviewer needs, as {@code name=value} pairs
     */
    public void record(String action, String subjectType, String subject, String details) {
        eventFor(null, action, subjectType, subject, details);
    }

    public void record(String action, String subjectType, long subject) {
        eventFor(null, action, subjectType, Long.toString(subject), "");
    }

    /**
     * That something was done, where who did it asked not to be known, or nobody did: it follows from another deed. The row is
     * as true as any: it comes with the deed, is chained and cannot be changed. It says what was done, to what and when; it holds no
     * user, so that nobody who reads the log, and no later program, can find one.
     *
     * @param details how coarsely who did it may be told, such as {@code voice=RESIDENT}
     */
    public void recordUnnamed(
            MunicipalityCode municipality, String action, String subjectType, String subject, String details) {
        entityManager.persist(new AuditEvent(clock.instant(), municipality, action, subjectType, subject, details));
    }

    /** Does the work: each row that it writes, through whatever service, names in whose power it is done. */
    public <T> T inPowerOf(Capacity capacity, Supplier<T> work) {
        return currentUser.inPowerOf(capacity, work);
    }

    public void inPowerOf(Capacity capacity, Runnable work) {
        inPowerOf(capacity, () -> {
            work.run();
            return true;
        });
    }

    AuditEvent eventFor(@Nullable UserId absent, String action, String subjectType, String subject, String details) {
        return event(
                action,
                subjectType,
                subject,
                details,
                absent == null
                        ? currentUser
                                .findAbsent()
                                .or(() -> currentUser.findBehind().map(User::id))
                                .orElse(null)
                        : absent);
    }

    private AuditEvent event(
            String action, String subjectType, String subject, String details, @Nullable UserId behind) {
        @Nullable User user = currentUser.find().orElse(null);
        AuditEvent event = new AuditEvent(clock.instant(), user, behind, action, subjectType, subject, details);
        entityManager.persist(event);
        return event;
    }
}
