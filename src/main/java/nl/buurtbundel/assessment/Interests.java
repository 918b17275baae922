package nl.buurtbundel.assessment;

import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.User;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.foundation.WithoutAccessCheck;
import nl.buurtbundel.initiative.InitiativeDossier;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.Initiatives;

/**
 * Who said of a plan: I have an interest in it. Such a person neither assesses nor proposes, decides, signs or pays; every
 * room that asks for a hand asks here.
 */
@ApplicationScoped
@Transactional(SUPPORTS)
public class Interests {
    @PersistenceContext
    private EntityManager entityManager;

    private final Initiatives initiatives;
    private final Access access;
    private final AuditLog audit;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected Interests() {
        this(null, null, null, null);
    }

    @Inject
    Interests(Initiatives initiatives, Access access, AuditLog audit, Clock clock) {
        this.initiatives = initiatives;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /** The user has an interest in this plan, whatever it is. Said again it changes nothing. */
    @Transactional(REQUIRED)
    public void declare(InitiativeId initiative) {
        InitiativeDossier plan = initiatives.readDossier(initiative);
        User user = access.require(Operation.SEE_DOSSIERS, plan.neighbourhood());
        if (listOf(initiative).contains(user.id())) {
            return;
        }
        entityManager.persist(new DeclaredInterest(initiative.value(), user.id(), LocalDate.now(clock)));
        audit.record("assessment.declare-interest", "interest", initiative.value());
    }

    /** The plans in which the user said to have an interest. */
    public Set<InitiativeId> listMine() {
        User user = access.require(Operation.SEE_DOSSIERS);
        return entityManager
                .createQuery("select d.initiative from DeclaredInterest d where d.userId = :user", Long.class)
                .setParameter("user", user.id().value())
                .getResultStream()
                .map(InitiativeId::new)
                .collect(Collectors.toSet());
    }

    /** Everybody with an interest in a plan, for a room that asks for a hand: never for a screen. */
    @WithoutAccessCheck("called by services that have checked, before they let somebody act")
    public Set<UserId> listOf(InitiativeId initiative) {
        return entityManager
                .createQuery("select d.userId from DeclaredInterest d where d.initiative = :initiative", Long.class)
                .setParameter("initiative", initiative.value())
                .getResultStream()
                .map(UserId::new)
                .collect(Collectors.toSet());
    }
}
