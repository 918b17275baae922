package nl.buurtbundel.decision;

import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.User;
import nl.buurtbundel.foundation.Conflict;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/** The mandate table of a municipality. */
@ApplicationScoped
@Transactional(SUPPORTS)
public class Mandates {
    @PersistenceContext
    private EntityManager entityManager;

    private final Access access;
    private final AuditLog audit;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected Mandates() {
        this(null, null, null);
    }

    @Inject
    Mandates(Access access, AuditLog audit, Clock clock) {
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** Every line, ended ones too, the smallest power first. */
    public List<MandateLine> list() {
        return tableOf(access.require(Operation.EDIT_MANDATES).municipality());
    }

    /** @throws nl.buurtbundel.foundation.Refusal for a power of a team that would begin before today */
    @Transactional(REQUIRED)
    public MandateId add(MandateRule rule) {
        User user = access.require(Operation.EDIT_MANDATES);
        rule.requireNotBackwards(LocalDate.now(clock));
        Mandate mandate = new Mandate(user.municipality(), rule);
        entityManager.persist(mandate);
        MandateId id = mandate.line().id();
        audit.record(
                "decision.add-mandate",
                "mandate",
                Long.toString(id.value()),
                "office=" + rule.office() + " upTo=" + rule.upTo() + " years=" + rule.maximumYears());
        return id;
    }

    /** The power ends after this day. A line is never rewritten: another power is another line. */
    @Transactional(REQUIRED)
    public void end(MandateId id, int version, LocalDate lastDay) {
        User user = access.require(Operation.EDIT_MANDATES);
        Mandate mandate = entityManager.find(Mandate.class, id.value());
        if (mandate == null || !mandate.municipality().equals(user.municipality())) {
            throw new NotFound();
        }
        Conflict.unlessSame(version, mandate.version());
        mandate.end(lastDay, LocalDate.now(clock));
        audit.record("decision.end-mandate", "mandate", Long.toString(id.value()), "lastDay=" + lastDay);
    }

    List<MandateLine> tableOf(MunicipalityCode municipality) {
        return entityManager
                .createQuery(
                        "select m from Mandate m where m.municipality = :municipality order by m.upToCents, m.id",
                        Mandate.class)
                .setParameter("municipality", municipality.value())
                .getResultStream()
                .map(Mandate::line)
                .toList();
    }
}
