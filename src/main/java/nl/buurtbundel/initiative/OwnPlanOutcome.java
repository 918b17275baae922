package nl.buurtbundel.initiative;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import nl.buurtbundel.foundation.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What a circle agreed on by itself, before professionals did, as far as it handed that over. What it asks of the municipality is
 * no promise until the neighbourhood team puts one down, once.
 */
@Entity
@Table(name = "own_plan_outcome")
class OwnPlanOutcome {
    static final int MOST_WORDS = 6_000;
    static final int MOST_PROMISE = 1_000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "own_plan_outcome")
    @SequenceGenerator(name = "own_plan_outcome", sequenceName = "own_plan_outcome_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private long initiative;
    private String words;

    @Column(name = "handed_over_on")
    private LocalDate handedOverOn;

    private @Nullable String promise;

    @Column(name = "promised_by_day")
    private @Nullable LocalDate promisedByDay;

    @Column(name = "promised_on")
    private @Nullable LocalDate promisedOn;

    protected OwnPlanOutcome() {}

    OwnPlanOutcome(Initiative plan, String words, Moment now) {
        requireChangeable(plan);
        this.initiative = plan.id().value();
        this.words = Texts.required(words, MOST_WORDS, "initiative.error.outcome");
        this.handedOverOn = now.day();
    }

    /** @param byDay the last day on which the municipality does it */
    void promise(Initiative plan, String what, LocalDate byDay, Moment now) {
        if (plan.stage().isEnded()) {
            throw new Refusal("initiative.error.outcome-over");
        }
        if (promise != null) {
            throw new Refusal("initiative.error.outcome-answered");
        }
        if (byDay.isBefore(now.day())) {
            throw new Refusal("initiative.error.promise-day");
        }
        promise = Texts.required(what, MOST_PROMISE, "initiative.error.promise");
        promisedByDay = byDay;
        promisedOn = now.day();
    }

    /** Taken back it is gone; not once the municipality promised something on it, or while the plan is being judged. */
    void requireTakingBack(Initiative plan) {
        requireChangeable(plan);
        if (promise != null) {
            throw new Refusal("initiative.error.outcome-answered");
        }
    }

    private static void requireChangeable(Initiative plan) {
        if (!plan.stage().allowsPlanChange()) {
            throw new Refusal("initiative.error.plan-fixed");
        }
    }

    OutcomeId id() {
        return new OutcomeId(id);
    }

    int version() {
        return version;
    }

    InitiativeId initiative() {
        return new InitiativeId(initiative);
    }

    OwnPlanSummary summary() {
        return new OwnPlanSummary(id(), version, words, handedOverOn, promise, promisedByDay, promisedOn);
    }
}
