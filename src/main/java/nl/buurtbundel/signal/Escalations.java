package nl.buurtbundel.signal;

import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.Capacity;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.User;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.assessment.Assessments;
import nl.buurtbundel.assessment.Deviation;
import nl.buurtbundel.assessment.ObjectionId;
import nl.buurtbundel.budget.Bridges;
import nl.buurtbundel.budget.EscalationLevel;
import nl.buurtbundel.budget.NewBridge;
import nl.buurtbundel.foundation.BrokenConstraint;
import nl.buurtbundel.foundation.Conflict;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.InitiativePage;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.initiative.PlanInBrief;
import nl.buurtbundel.initiative.Pledges;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/**
 * A plan is stuck, and somebody asks who may break through. The levels outside the municipality are worked by its breakthrough
 * officer, who writes down when it went there and what came back.
 */
@ApplicationScoped
@Transactional(SUPPORTS)
public class Escalations {
    @PersistenceContext
    private EntityManager entityManager;

    private final Initiatives initiatives;
    private final Pledges pledges;
    private final Assessments assessments;
    private final Bridges bridges;
    private final Signals signals;
    private final EscalationTerms terms;
    private final Access access;
    private final AuditLog audit;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected Escalations() {
        this(null, null, null, null, null, null, null, null, null);
    }

    @Inject
    Escalations(
            Initiatives initiatives,
            Pledges pledges,
            Assessments assessments,
            Bridges bridges,
            Signals signals,
            EscalationTerms terms,
            Access access,
            AuditLog audit,
            Clock clock) {
        this.initiatives = initiatives;
        this.pledges = pledges;
        this.assessments = assessments;
        this.bridges = bridges;
        this.signals = signals;
        this.terms = terms;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A resident of the plan asks the team, the team asks the breakthrough officer.
     *
     * @throws Refusal when somebody asked already and it is not solved yet, and for a plan that has ended
     */
    @Transactional(REQUIRED)
    public EscalationId start(InitiativeId plan, EscalationReason reason, ShortWords words) {
        InitiativePage page = initiatives.read(plan);
        User user = access.require(Operation.ESCALATE, page.neighbourhood());
        if (!isInvolved(page)) {
            throw new NotFound();
        }
        if (page.stage().isEnded()) {
            throw new Refusal("signal.error.plan-ended");
        }
        if (findOpen(plan).isPresent()) {
            throw new Refusal("signal.error.escalated-already");
        }
        EscalationLevel first =
                access.may(Operation.ASSESS, page.neighbourhood()) ? EscalationLevel.LOCAL : EscalationLevel.TEAM;
        Escalation escalation =
                new Escalation(plan, page.neighbourhood(), reason, words, user.id(), first, terms, today());
        persist(escalation);
        record("escalate", escalation, "reason=" + reason + " level=" + first);
        signals.hear(escalation.id(), reason, page, today());
        return escalation.id();
    }

    /** Whether the user can say that this plan is stuck, and nobody has yet. */
    public boolean mayStart(InitiativeId plan) {
        InitiativePage page = initiatives.read(plan);
        return access.may(Operation.ESCALATE, page.neighbourhood())
                && isInvolved(page)
                && !page.stage().isEnded()
                && findOpen(plan).isEmpty();
    }

    private boolean isInvolved(InitiativePage page) {
        return page.mine()
                || access.may(Operation.ASSESS, page.neighbourhood())
                || access.may(Operation.PLEDGE, page.neighbourhood())
                        && pledges.findMine(page.id()).isPresent();
    }

    /** How far it is, when somebody asked and it is not solved yet. */
    public Optional<EscalationView> find(InitiativeId plan) {
        InitiativePage page = initiatives.read(plan);
        access.require(Operation.SEE_INITIATIVES, page.neighbourhood());
        return findOpen(plan).map(one -> view(one, page.plan().title()));
    }

    /** What waits for the user: the team’s own, and those of the breakthrough officer. */
    public List<EscalationView> listMine() {
        access.require(Operation.SEE_ASSESSMENTS);
        Set<String> own = Stream.of(Operation.ASSESS, Operation.BREAK_THROUGH)
                .filter(access::may)
                .flatMap(operation -> access.listOwn(operation).stream())
                .map(NeighbourhoodCode::value)
                .collect(Collectors.toSet());
        if (own.isEmpty()) {
            return List.of();
        }
        List<Escalation> mine = entityManager
                .createQuery(
                        "select e from Escalation e where e.neighbourhood in :neighbourhoods and e.endedOn is null"
                                + " order by e.dueOn, e.id",
                        Escalation.class)
                .setParameter("neighbourhoods", own)
                .getResultStream()
                .filter(one -> access.may(operationOf(one.level()), one.neighbourhood()))
                .toList();
        Map<InitiativeId, PlanInBrief> plans =
                initiatives.listInBrief(mine.stream().map(Escalation::plan).toList());
        return mine.stream()
                .flatMap(
                        one -> Optional.ofNullable(plans.get(one.plan())).map(plan -> view(one, plan.title())).stream())
                .toList();
    }

    /** The present step of the plan stands still until a day. */
    @Transactional(REQUIRED)
    public void pause(EscalationId id, int version, LocalDate until) {
        Escalation escalation = readForChange(id, version);
        inPower(escalation, () -> {
            escalation.pause(until, userId(), terms, today());
            initiatives.pause(escalation.plan(), until);
            record("pause", escalation, "until=" + until);
        });
    }

    /**
     * The rule is not followed here. That answers the objection by that rule.
     *
     * @param objection null where nobody pointed at the rule
     */
    @Transactional(REQUIRED)
    public void deviate(
            EscalationId id, int version, Deviation deviation, ShortWords why, @Nullable ObjectionId objection) {
        Escalation escalation = readForChange(id, version);
        User officer = access.require(Operation.BREAK_THROUGH, escalation.neighbourhood());
        inPower(escalation, () -> {
            escalation.deviate(deviation, why, officer.id(), today());
            if (objection != null) {
                assessments.deviate(objection, escalation.plan(), deviation, why.text(), officer);
            }
            record("deviate", escalation, "level=" + escalation.level());
        });
    }

    /**
     * The bridging budget of the level pays, while it is argued who pays.
     *
     * @param until the last day on which payers can settle it
     */
    @Transactional(REQUIRED)
    public void bridge(EscalationId id, int version, String receiver, Money amount, LocalDate until) {
        Escalation escalation = readForChange(id, version);
        NewBridge asked = new NewBridge(escalation.level(), receiver, amount, until);
        inPower(escalation, () -> {
            escalation.bridge(asked, userId(), today());
            bridges.bridge(escalation.plan(), escalation.neighbourhood(), asked, userId());
            record("bridge", escalation, "level=" + escalation.level() + " cents=" + amount.cents());
        });
    }

    /** What came back from a table outside the municipality. */
    @Transactional(REQUIRED)
    public void answer(EscalationId id, int version, ShortWords said) {
        Escalation escalation = readForChange(id, version);
        inPower(escalation, () -> {
            escalation.answer(said, today());
            record("answer-escalation", escalation, "level=" + escalation.level());
        });
    }

    /** One level up: by who has it, and when that takes too long by who asked. */
    @Transactional(REQUIRED)
    public void handOn(EscalationId id, int version) {
        Escalation escalation = find(id);
        if (!isLateForStarter(escalation)) {
            access.require(operationOf(escalation.level()), escalation.neighbourhood());
        }
        seen(escalation, version);
        inPower(escalation, () -> {
            escalation.handOn(terms, today());
            record("hand-on", escalation, "level=" + escalation.level());
        });
    }

    /** The plan can go on. */
    @Transactional(REQUIRED)
    public void solve(EscalationId id, int version, ShortWords how) {
        Escalation escalation = readForChange(id, version);
        inPower(escalation, () -> {
            escalation.solve(how, today());
            record("solve-escalation", escalation, "level=" + escalation.level());
        });
    }

    private boolean isLateForStarter(Escalation escalation) {
        return access.may(Operation.ESCALATE, escalation.neighbourhood())
                && escalation.isStartedBy(userId())
                && escalation.isLate(today());
    }

    private static Operation operationOf(EscalationLevel level) {
        return level == EscalationLevel.TEAM ? Operation.ASSESS : Operation.BREAK_THROUGH;
    }

    private Escalation readForChange(EscalationId id, int version) {
        Escalation escalation = find(id);
        access.require(operationOf(escalation.level()), escalation.neighbourhood());
        seen(escalation, version);
        return escalation;
    }

    /** A step alone would not change the row, and a page of before it could take the same step again. */
    private void seen(Escalation escalation, int version) {
        Conflict.unlessSame(version, escalation.version());
        entityManager.lock(escalation, LockModeType.OPTIMISTIC_FORCE_INCREMENT);
    }

    /** Who acts for somebody absent does so in the power of the absent one, in all that it moves. */
    private void inPower(Escalation escalation, Runnable deed) {
        Operation operation = operationOf(escalation.level());
        Capacity capacity = access.may(operation, escalation.neighbourhood())
                ? access.require(operation, escalation.neighbourhood())
                        .capacityFor(operation, escalation.neighbourhood())
                : Capacity.OWN;
        audit.inPowerOf(capacity, deed);
    }

    /** Two screens at once: the constraint of the database decides, and the second hears that somebody asked. */
    private void persist(Escalation escalation) {
        try {
            entityManager.persist(escalation);
            entityManager.flush();
        } catch (PersistenceException e) {
            throw BrokenConstraint.findIn(e).isPresent() ? new Refusal("signal.error.escalated-already") : e;
        }
    }

    private Escalation find(EscalationId id) {
        return Optional.ofNullable(entityManager.find(Escalation.class, id.value()))
                .orElseThrow(NotFound::new);
    }

    private Optional<Escalation> findOpen(InitiativeId plan) {
        return entityManager
                .createQuery(
                        "select e from Escalation e where e.initiative = :initiative and e.endedOn is null order by e.id",
                        Escalation.class)
                .setParameter("initiative", plan.value())
                .getResultStream()
                .findFirst();
    }

    private EscalationView view(Escalation escalation, String title) {
        User user = access.findUser().orElseThrow(NotFound::new);
        boolean forMe = access.may(operationOf(escalation.level()), escalation.neighbourhood());
        boolean whole =
                escalation.isStartedBy(user.id()) || access.may(Operation.SEE_ASSESSMENTS, escalation.neighbourhood());
        return escalation.view(title, forMe, forMe || isLateForStarter(escalation), whole, today());
    }

    private UserId userId() {
        return access.findUser().orElseThrow(NotFound::new).id();
    }

    private void record(String deed, Escalation escalation, String details) {
        audit.record(
                "signal." + deed, "escalation", Long.toString(escalation.id().value()), details);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
