package nl.buurtbundel.outcome;

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
import java.util.Optional;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.CurrentUser;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.User;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.InitiativePage;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.initiative.MyPledge;
import nl.buurtbundel.initiative.OwnYes;
import nl.buurtbundel.initiative.Pledges;
import nl.buurtbundel.initiative.TookPart;
import nl.buurtbundel.opportunity.SuppressionRule;

/** Whether it works, said by those who take part: after three months and at the end, in three taps. */
@ApplicationScoped
@Transactional(SUPPORTS)
public class WhatWorks {
    @PersistenceContext
    private EntityManager entityManager;

    private final Initiatives initiatives;
    private final Pledges pledges;
    private final SuppressionRule rule;
    private final Access access;
    private final CurrentUser currentUser;
    private final AuditLog audit;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected WhatWorks() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    WhatWorks(
            Initiatives initiatives,
            Pledges pledges,
            SuppressionRule rule,
            Access access,
            CurrentUser currentUser,
            AuditLog audit,
            Clock clock) {
        this.initiatives = initiatives;
        this.pledges = pledges;
        this.rule = rule;
        this.access = access;
        this.currentUser = currentUser;
        this.audit = audit;
        this.clock = clock;
    }

    /** What the user is asked about the plan today; nothing when it is not time, or when the household has answered. */
    public Optional<OutcomeMoment> findDue(InitiativeId id) {
        InitiativePage plan = initiatives.read(id);
        access.require(Operation.PLEDGE, plan.neighbourhood());
        return mine(id).flatMap(mine ->
                OutcomeMoment.of(plan, mine, today()).filter(moment -> !hasAnswered(pledges.listYeses(id), moment)));
    }

    /**
     * Counts the answer and keeps that the household answered, not what. Where two of one home said yes, the answer of one
     * counts; the other is thanked all the same, so that nothing is told.
     */
    @Transactional(REQUIRED)
    public void answer(InitiativeId id, OutcomeMoment moment, WhatWorksAnswer answer) {
        InitiativePage plan = initiatives.read(id);
        User user = access.require(Operation.PLEDGE, plan.neighbourhood());
        MyPledge mine = mine(id).filter(own -> OutcomeMoment.of(plan, own, today())
                        .filter(moment::equals)
                        .isPresent())
                .orElseThrow(() -> new Refusal("outcome.error.not-now"));
        PlanAnswers answers = lock(id, moment);
        List<OwnYes> yeses = pledges.listYeses(id);
        if (hasAnswered(yeses, moment)) {
            throw new Refusal("outcome.error.answered");
        }
        entityManager.persist(new Answered(mine.id(), moment));
        if (yeses.stream().noneMatch(yes -> yes.id().equals(mine.id()) && yes.standsAside())) {
            TookPart now = currentUser.runAs(User.system(user.municipality()), () -> initiatives.countTookPart(id));
            answers.count(answer, now, rule);
        }
        audit.record("outcome.answer", "initiative", id.value());
    }

    /** What came of the plan so far, for its team and for who decides. */
    public List<PlanOutcome> list(InitiativeId id) {
        InitiativePage plan = initiatives.read(id);
        access.require(Operation.SEE_DOSSIERS, plan.neighbourhood());
        return List.of(OutcomeMoment.values()).stream()
                .flatMap(moment -> find(id, moment, LockModeType.NONE).stream())
                .map(answers -> answers.shown(rule))
                .toList();
    }

    private Optional<MyPledge> mine(InitiativeId id) {
        return pledges.listMine().stream()
                .filter(pledge -> pledge.initiative().equals(id))
                .findFirst();
    }

    private boolean hasAnswered(List<OwnYes> yeses, OutcomeMoment moment) {
        return entityManager
                        .createQuery(
                                "select count(a) from Answered a where a.pledge in :pledges and a.moment = :moment",
                                Long.class)
                        .setParameter(
                                "pledges",
                                yeses.stream().map(yes -> yes.id().value()).toList())
                        .setParameter("moment", moment)
                        .getSingleResult()
                > 0;
    }

    /** Of two who answer at once, the second counts on what the first left. */
    private PlanAnswers lock(InitiativeId id, OutcomeMoment moment) {
        return find(id, moment, LockModeType.PESSIMISTIC_WRITE).orElseGet(() -> {
            PlanAnswers first = new PlanAnswers(id, moment);
            entityManager.persist(first);
            return first;
        });
    }

    private Optional<PlanAnswers> find(InitiativeId id, OutcomeMoment moment, LockModeType lock) {
        return entityManager
                .createQuery(
                        "select a from PlanAnswers a where a.initiative = :initiative and a.moment = :moment",
                        PlanAnswers.class)
                .setParameter("initiative", id.value())
                .setParameter("moment", moment)
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
