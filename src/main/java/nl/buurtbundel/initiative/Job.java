package nl.buurtbundel.initiative;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.LocalDate;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/** Paid work for residents in a plan. It is no promise to households: who takes part is not asked again when it changes. */
@Entity
class Job {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "job")
    @SequenceGenerator(name = "job", sequenceName = "job_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private long initiative;
    private String work;
    private String employer;
    private int places;

    @Column(name = "hours_a_week")
    private int hoursAWeek;

    @Column(name = "hourly_wage_cents")
    private long hourlyWageCents;

    private String diploma;

    @Column(name = "starts_on")
    private LocalDate startsOn;

    @Column(name = "added_by")
    private long addedBy;

    @Column(name = "added_on")
    private LocalDate addedOn;

    @Column(name = "withdrawn_on")
    private @Nullable LocalDate withdrawnOn;

    protected Job() {}

    Job(Initiative initiative, UserId by, NewJob job, Moment now) {
        if (initiative.stage().isEnded()) {
            throw new Refusal("initiative.error.not-open");
        }
        job.requireMinimumWage();
        this.initiative = initiative.id().value();
        this.work = job.work();
        this.employer = job.employer();
        this.places = job.places();
        this.hoursAWeek = job.hoursAWeek();
        this.hourlyWageCents = job.hourlyWage().cents();
        this.diploma = job.diploma();
        this.startsOn = job.startsOn();
        this.addedBy = by.value();
        this.addedOn = now.day();
    }

    void withdraw(Moment now) {
        if (withdrawnOn == null) {
            withdrawnOn = now.day();
        }
    }

    JobId id() {
        return new JobId(id);
    }

    int version() {
        return version;
    }

    InitiativeId initiative() {
        return new InitiativeId(initiative);
    }

    JobSummary summary() {
        return new JobSummary(
                id(),
                version,
                new NewJob(work, employer, places, hoursAWeek, Money.ofCents(hourlyWageCents), diploma, startsOn));
    }
}
