package nl.buurtbundel.initiative;

import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.User;
import nl.buurtbundel.foundation.Conflict;
import nl.buurtbundel.foundation.NotFound;

/** Paid work in plans: put there by who began the plan or the assigned worker, seen by everybody who sees the plan. */
@ApplicationScoped
@Transactional(SUPPORTS)
public class PlanJobs {
    private final InitiativeRepository repository;
    private final Access access;
    private final AuditLog audit;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected PlanJobs() {
        this(null, null, null, null);
    }

    @Inject
    PlanJobs(InitiativeRepository repository, Access access, AuditLog audit, Clock clock) {
        this.repository = repository;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(REQUIRED)
    public JobId add(InitiativeId id, NewJob job) {
        Initiative initiative = repository.read(id);
        Job added = new Job(initiative, requireKeeper(initiative).id(), job, Moment.of(clock));
        repository.add(added);
        audit.record(
                "initiative.job",
                "initiative",
                Long.toString(id.value()),
                "places=" + job.places() + " hours=" + job.hoursAWeek());
        return added.id();
    }

    @Transactional(REQUIRED)
    public void withdraw(JobId id, int version) {
        Job job = repository.readJob(id);
        requireKeeper(repository.read(job.initiative()));
        Conflict.unlessSame(version, job.version());
        job.withdraw(Moment.of(clock));
        audit.record("initiative.job-withdraw", "initiative", job.initiative().value());
    }

    /** The oldest first. */
    public List<JobSummary> list(InitiativeId id) {
        access.require(Operation.SEE_INITIATIVES, repository.read(id).neighbourhood());
        return repository.listJobs(id).stream().map(Job::summary).toList();
    }

    private User requireKeeper(Initiative initiative) {
        User user = access.require(Operation.KEEP_JOBS, initiative.neighbourhood());
        if (!initiative.isInitiatedBy(user.id()) && !initiative.isAssignedTo(user.id())) {
            throw new NotFound();
        }
        return user;
    }
}
