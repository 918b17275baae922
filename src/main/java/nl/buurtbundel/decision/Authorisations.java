package nl.buurtbundel.decision;

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
import java.util.List;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.User;
import nl.buurtbundel.foundation.Conflict;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.ledger.Ledger;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/** The level at which the council of a municipality authorises. */
@ApplicationScoped
@Transactional(SUPPORTS)
public class Authorisations {
    @PersistenceContext
    private EntityManager entityManager;

    private final Ledger ledger;
    private final Access access;
    private final AuditLog audit;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected Authorisations() {
        this(null, null, null, null);
    }

    @Inject
    Authorisations(Ledger ledger, Access access, AuditLog audit, Clock clock) {
        this.ledger = ledger;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** Every line, ended ones too. */
    public List<AuthorisationLine> list() {
        return linesOf(access.require(Operation.EDIT_MANDATES).municipality());
    }

    /** @throws Refusal if another line that holds at the same time says something else of the same */
    @Transactional(REQUIRED)
    public AuthorisationId add(AuthorisationRule rule) {
        User user = access.require(Operation.EDIT_MANDATES);
        // two at once would not see each other: one waits, and nobody books while a border of the budget moves
        ledger.open(user.municipality());
        budgetOf(user.municipality()).requireRoomFor(rule);
        Authorisation authorisation = new Authorisation(user.municipality(), rule);
        entityManager.persist(authorisation);
        AuthorisationId id = authorisation.line().id();
        audit.record(
                "decision.add-authorisation",
                "authorisation",
                Long.toString(id.value()),
                "level=" + rule.level() + " from=" + rule.validity().firstDay() + " fields="
                        + rule.taskFields().size());
        return id;
    }

    /** It holds through this day. A line is never rewritten: another rule is another line. */
    @Transactional(REQUIRED)
    public void end(AuthorisationId id, int version, LocalDate lastDay) {
        User user = access.require(Operation.EDIT_MANDATES);
        Authorisation authorisation =
                entityManager.find(Authorisation.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (authorisation == null || !authorisation.municipality().equals(user.municipality())) {
            throw new NotFound();
        }
        Conflict.unlessSame(version, authorisation.version());
        authorisation.end(lastDay, LocalDate.now(clock));
        audit.record("decision.end-authorisation", "authorisation", Long.toString(id.value()), "lastDay=" + lastDay);
    }

    AuthorisedBudget budgetOf(MunicipalityCode municipality) {
        return AuthorisedBudget.of(linesOf(municipality));
    }

    private List<AuthorisationLine> linesOf(MunicipalityCode municipality) {
        return entityManager
                .createQuery(
                        "select a from Authorisation a where a.municipality = :municipality order by a.validFrom, a.id",
                        Authorisation.class)
                .setParameter("municipality", municipality.value())
                .getResultStream()
                .map(Authorisation::line)
                .toList();
    }
}
