package nl.buurtbundel.initiative;

import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

/**
 * What circles handed over of the plan they made by themselves: put beside a neighbourhood plan by who began that, read by them
 * and the neighbourhood team alone. The private room it came from is not known here.
 */
@ApplicationScoped
@Transactional(SUPPORTS)
public class OwnPlans {
    private final InitiativeRepository repository;
    private final Access access;
    private final AuditLog audit;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected OwnPlans() {
        this(null, null, null, null);
    }

    @Inject
    OwnPlans(InitiativeRepository repository, Access access, AuditLog audit, Clock clock) {
        this.repository = repository;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(REQUIRED)
    public OutcomeId handOver(InitiativeId id, String words) {
        Initiative plan = readOwn(id);
        OwnPlanOutcome outcome = new OwnPlanOutcome(plan, words, Moment.of(clock));
        repository.add(outcome);
        audit.record("initiative.own-plan", "initiative", id.value());
        return outcome.id();
    }

    /** What was handed over is gone, as long as nothing was promised on it. */
    @Transactional(REQUIRED)
    public void takeBack(OutcomeId id, int version) {
        OwnPlanOutcome outcome = repository.readOutcome(id);
        Initiative plan = readOwn(outcome.initiative());
        Conflict.unlessSame(version, outcome.version());
        outcome.requireTakingBack(plan);
        repository.remove(outcome);
        audit.record("initiative.own-plan-back", "initiative", plan.id().value());
    }

    /**
     * What the municipality does on its side.
     *
     * @param byDay the last day on which it does
     */
    @Transactional(REQUIRED)
    public void promise(OutcomeId id, int version, String what, LocalDate byDay) {
        OwnPlanOutcome outcome = repository.readOutcome(id);
        Initiative plan = repository.read(outcome.initiative());
        access.require(Operation.ASSESS, plan.neighbourhood());
        Conflict.unlessSame(version, outcome.version());
        outcome.promise(plan, what, byDay, Moment.of(clock));
        repository.flush();
        audit.record(
                "initiative.own-plan-promise",
                "initiative",
                Long.toString(plan.id().value()),
                "byDay=" + byDay);
    }

    /** The oldest first. */
    public List<OwnPlanSummary> list(InitiativeId id) {
        Initiative plan = repository.read(id);
        if (!access.may(Operation.ASSESS, plan.neighbourhood())) {
            requireOwn(plan);
        }
        return repository.listOutcomes(id).stream().map(OwnPlanOutcome::summary).toList();
    }

    private Initiative readOwn(InitiativeId id) {
        return requireOwn(repository.read(id));
    }

    private Initiative requireOwn(Initiative plan) {
        User user = access.require(Operation.CHANGE_INITIATIVE, plan.neighbourhood());
        if (!plan.isInitiatedBy(user.id())) {
            throw new NotFound();
        }
        return plan;
    }
}
