package nl.buurtbundel.outcome;

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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.ProcessingLog;
import nl.buurtbundel.access.User;
import nl.buurtbundel.access.Users;
import nl.buurtbundel.foundation.Conflict;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.InitiativePage;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.initiative.Pledges;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;

/** Asking for another helper, at any time and without a reason. The team knows it, the neighbours do not. */
@ApplicationScoped
@Transactional(SUPPORTS)
public class HelperChanges {
    @PersistenceContext
    private EntityManager entityManager;

    private final Initiatives initiatives;
    private final Pledges pledges;
    private final Users users;
    private final Access access;
    private final AuditLog audit;
    private final ProcessingLog processingLog;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected HelperChanges() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    HelperChanges(
            Initiatives initiatives,
            Pledges pledges,
            Users users,
            Access access,
            AuditLog audit,
            ProcessingLog processingLog,
            Clock clock) {
        this.initiatives = initiatives;
        this.pledges = pledges;
        this.users = users;
        this.access = access;
        this.audit = audit;
        this.processingLog = processingLog;
        this.clock = clock;
    }

    /** By who takes part in a plan that runs. */
    @Transactional(REQUIRED)
    public void ask(InitiativeId id) {
        InitiativePage plan = initiatives.read(id);
        User user = access.require(Operation.PLEDGE, plan.neighbourhood());
        if (!mayAsk(plan)) {
            throw new Refusal("outcome.error.takes-no-part");
        }
        if (listOpen(user, id).findAny().isPresent()) {
            throw new Refusal("outcome.error.helper-asked");
        }
        entityManager.persist(new HelperAsked(id, plan.neighbourhood(), user.id(), user.subjectOfLooks(), today()));
        audit.record("outcome.helper-asked", "initiative", id.value());
    }

    /** Whether the user may ask, and since when what was asked waits. */
    public Asking findMine(InitiativeId id) {
        InitiativePage plan = initiatives.read(id);
        User user = access.require(Operation.PLEDGE, plan.neighbourhood());
        return new Asking(
                mayAsk(plan), listOpen(user, id).map(HelperAsked::askedOn).findFirst());
    }

    /** The plans of the user’s neighbourhoods in which somebody waits. Names nobody, so it is no look. */
    public List<HelperWork> listWork() {
        User user = access.require(Operation.ASSESS);
        if (user.neighbourhoods().isEmpty()) {
            return List.of();
        }
        Map<Long, List<HelperAsked>> byPlan = entityManager
                .createQuery(
                        "select h from HelperAsked h where h.neighbourhood in :neighbourhoods and h.settledOn is null"
                                + " order by h.id",
                        HelperAsked.class)
                .setParameter(
                        "neighbourhoods",
                        user.neighbourhoods().stream()
                                .map(NeighbourhoodCode::value)
                                .toList())
                .getResultStream()
                .collect(Collectors.groupingBy(asked -> asked.initiative().value(), TreeMap::new, Collectors.toList()));
        return byPlan.values().stream()
                .map(asked -> new HelperWork(
                        asked.get(0).initiative(),
                        initiatives.read(asked.get(0).initiative()).plan().title(),
                        asked.size()))
                .toList();
    }

    /** Who waits in a plan, for its team. Each is a look that the person can see. */
    @Transactional(REQUIRED)
    public List<WaitsForHelp> list(InitiativeId id) {
        InitiativePage plan = initiatives.read(id);
        access.require(Operation.ASSESS, plan.neighbourhood());
        List<HelperAsked> waiting = entityManager
                .createQuery(
                        "select h from HelperAsked h where h.initiative = :initiative and h.settledOn is null"
                                + " order by h.id",
                        HelperAsked.class)
                .setParameter("initiative", id.value())
                .getResultList();
        processingLog.looked(
                "outcome.look.helper",
                waiting.stream().map(HelperAsked::subject).distinct().toList());
        return waiting.stream()
                .map(asked -> new WaitsForHelp(
                        asked.id(),
                        asked.version(),
                        users.find(asked.askedBy()).map(User::displayName).orElse(""),
                        asked.askedOn()))
                .toList();
    }

    /** There is another helper. */
    @Transactional(REQUIRED)
    public void settle(HelperAskedId id, int version) {
        HelperAsked asked = entityManager.find(HelperAsked.class, id.value());
        if (asked == null) {
            throw new NotFound();
        }
        access.require(Operation.ASSESS, asked.neighbourhood());
        Conflict.unlessSame(version, asked.version());
        asked.settle(today());
        audit.record("outcome.helper-found", "initiative", asked.initiative().value());
    }

    private boolean mayAsk(InitiativePage plan) {
        return plan.stage().isRunning()
                && pledges.findMine(plan.id()).filter(OutcomeMoment::takesPart).isPresent();
    }

    private Stream<HelperAsked> listOpen(User user, InitiativeId id) {
        return entityManager
                .createQuery(
                        "select h from HelperAsked h where h.initiative = :initiative and h.askedBy = :user"
                                + " and h.settledOn is null order by h.id",
                        HelperAsked.class)
                .setParameter("initiative", id.value())
                .setParameter("user", user.id().value())
                .getResultStream();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** @param waitsSince empty where nothing was asked, or it was settled */
    public record Asking(boolean may, Optional<LocalDate> waitsSince) {}
}
