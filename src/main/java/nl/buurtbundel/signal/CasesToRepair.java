package nl.buurtbundel.signal;

import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.CurrentUser;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.User;
import nl.buurtbundel.foundation.Conflict;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.InitiativePage;
import nl.buurtbundel.initiative.InitiativeSummary;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.initiative.Stage;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;

/**
 * Plans that can go on because a rule changed: all of them are offered at once, and the team of each takes it up. Who changed
 * the rule learns how many there are and never which.
 */
@ApplicationScoped
@Transactional(SUPPORTS)
public class CasesToRepair {
    private static final Set<Stage> UNDER_WAY =
            Arrays.stream(Stage.values()).filter(stage -> !stage.isEnded()).collect(Collectors.toUnmodifiableSet());

    @PersistenceContext
    private EntityManager entityManager;

    private final Initiatives initiatives;
    private final Access access;
    private final CurrentUser currentUser;
    private final AuditLog audit;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected CasesToRepair() {
        this(null, null, null, null, null);
    }

    @Inject
    CasesToRepair(Initiatives initiatives, Access access, CurrentUser currentUser, AuditLog audit, Clock clock) {
        this.initiatives = initiatives;
        this.access = access;
        this.currentUser = currentUser;
        this.audit = audit;
        this.clock = clock;
    }

    /** What waits for the user’s team. */
    public List<PlanToRepair> listMine() {
        User user = access.require(Operation.ASSESS);
        List<CaseToRepair> open = access.listOwn(Operation.ASSESS).isEmpty()
                ? List.of()
                : entityManager
                        .createQuery(
                                "select c from CaseToRepair c where c.neighbourhood in :neighbourhoods"
                                        + " and c.takenUpOn is null order by c.offeredOn, c.id",
                                CaseToRepair.class)
                        .setParameter(
                                "neighbourhoods",
                                access.listOwn(Operation.ASSESS).stream()
                                        .map(NeighbourhoodCode::value)
                                        .toList())
                        .getResultList();
        Map<Long, InitiativeSummary> plans = running(user);
        return open.stream()
                .flatMap(one ->
                        Optional.ofNullable(plans.get(one.initiative())).map(plan -> view(one, plan.title())).stream())
                .toList();
    }

    /** What waits for the team at this plan. */
    public List<PlanToRepair> listOf(InitiativeId plan) {
        InitiativePage page = initiatives.read(plan);
        access.require(Operation.ASSESS, page.neighbourhood());
        return entityManager
                .createQuery(
                        "select c from CaseToRepair c where c.initiative = :initiative and c.takenUpOn is null"
                                + " order by c.offeredOn, c.id",
                        CaseToRepair.class)
                .setParameter("initiative", plan.value())
                .getResultStream()
                .map(one -> view(one, page.plan().title()))
                .toList();
    }

    /** The team goes on with the plan. */
    @Transactional(REQUIRED)
    public void takeUp(RepairId id, int version) {
        CaseToRepair found = entityManager.find(CaseToRepair.class, id.value());
        if (found == null) {
            throw new NotFound();
        }
        User user = access.require(Operation.ASSESS, found.neighbourhood());
        Conflict.unlessSame(version, found.version());
        found.takeUp(user.id(), LocalDate.now(clock));
        audit.record("signal.take-up", "case-to-repair", id.value());
    }

    int offer(Pattern pattern, Set<Long> plans) {
        StructuralChange done = pattern.findDone().orElseThrow(() -> new Refusal("signal.error.nothing-done"));
        List<InitiativeSummary> running = listRunning(pattern, plans);
        running.forEach(plan -> entityManager.persist(new CaseToRepair(
                done.id(), pattern.id(), plan.id().value(), plan.neighbourhood(), LocalDate.now(clock))));
        return running.size();
    }

    List<CaseToRepair> listOf(Pattern pattern) {
        return pattern.findDone()
                .map(done -> entityManager
                        .createQuery("select c from CaseToRepair c where c.change = :change", CaseToRepair.class)
                        .setParameter("change", done.id())
                        .getResultList())
                .orElse(List.of());
    }

    /** Those of these plans that still run and whose teams were not told of the newest change. */
    List<InitiativeSummary> listRunning(Pattern pattern, Set<Long> plans) {
        if (plans.isEmpty() || pattern.findDone().isEmpty()) {
            return List.of();
        }
        Set<Long> told = listOf(pattern).stream().map(CaseToRepair::initiative).collect(Collectors.toSet());
        User program = User.system(pattern.municipality());
        return currentUser.runAs(program, () -> initiatives.listByStage(UNDER_WAY)).stream()
                .filter(plan -> plans.contains(plan.id().value()))
                .filter(plan -> !told.contains(plan.id().value()))
                .toList();
    }

    private Map<Long, InitiativeSummary> running(User user) {
        return currentUser.runAs(User.system(user.municipality()), () -> initiatives.listByStage(UNDER_WAY)).stream()
                .collect(Collectors.toMap(plan -> plan.id().value(), Function.identity()));
    }

    private PlanToRepair view(CaseToRepair one, String title) {
        String what =
                entityManager.find(StructuralChange.class, one.change()).view().what();
        return new PlanToRepair(new RepairId(one.id()), one.version(), new InitiativeId(one.initiative()), title, what);
    }
}
