package nl.buurtbundel.signal;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.assessment.Deviation;
import nl.buurtbundel.budget.EscalationLevel;
import nl.buurtbundel.budget.EscalationPower;
import nl.buurtbundel.budget.NewBridge;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/**
 * A plan that is stuck. Somebody said so, and at each moment one level has it, until a day. That level breaks through with the
 * powers it has, or hands it on. Who said that it is stuck uses none of those powers on it.
 */
@Entity
class Escalation {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "escalation")
    @SequenceGenerator(name = "escalation", sequenceName = "escalation_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private String neighbourhood;
    private long initiative;

    @Enumerated(EnumType.STRING)
    private EscalationReason reason;

    private String words;

    @Column(name = "started_by")
    private long startedBy;

    @Column(name = "started_on")
    private LocalDate startedOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "escalation_level")
    private EscalationLevel level;

    @Column(name = "due_on")
    private LocalDate dueOn;

    /** A table outside the municipality answered. */
    private boolean answered;

    /** The plan, while it is open: one plan has one. */
    @Column(name = "open_plan")
    private @Nullable Long openPlan;

    @Column(name = "ended_on")
    private @Nullable LocalDate endedOn;

    @OneToMany(mappedBy = "escalation", cascade = CascadeType.PERSIST)
    @OrderBy("place")
    private List<EscalationStep> steps = new ArrayList<>();

    protected Escalation() {}

    /** @param first who has it now: the team when a resident says so, the breakthrough officer when the team does */
    Escalation(
            InitiativeId plan,
            NeighbourhoodCode neighbourhood,
            EscalationReason reason,
            ShortWords words,
            UserId by,
            EscalationLevel first,
            EscalationTerms terms,
            LocalDate today) {
        this.initiative = plan.value();
        this.openPlan = plan.value();
        this.neighbourhood = neighbourhood.value();
        this.reason = reason;
        this.words = words.text();
        this.startedBy = by.value();
        this.startedOn = today;
        come(first, terms, today);
        step(EscalationDeed.STARTED, today).saying(words);
    }

    /** The step of the plan stands still. */
    void pause(LocalDate until, UserId by, EscalationTerms terms, LocalDate today) {
        requirePower(EscalationPower.PAUSE, by);
        if (!until.isAfter(today) || until.isAfter(today.plusDays(terms.longestPause()))) {
            throw new Refusal("signal.error.pause-until", terms.longestPause());
        }
        step(EscalationDeed.PAUSED, today).until(until);
    }

    /**
     * The rule is not followed here.
     *
     * @throws Refusal without a word why: without reasons it would not hold (Awb 3:46); and for a last day that is over
     */
    void deviate(Deviation deviation, ShortWords why, UserId by, LocalDate today) {
        requirePower(EscalationPower.DEVIATE, by);
        requireWords(why);
        LocalDate until = deviation.until();
        if (until != null && until.isBefore(today)) {
            throw new Refusal("signal.error.deviate-until");
        }
        step(EscalationDeed.DEVIATED, today).by(deviation.ground()).until(until).saying(why);
    }

    void bridge(NewBridge paid, UserId by, LocalDate today) {
        requirePower(EscalationPower.BRIDGE, by);
        step(EscalationDeed.BRIDGED, today).of(paid.amount()).until(paid.until());
    }

    /** What came back from a table outside the municipality; its breakthrough officer acts on it. */
    void answer(ShortWords said, LocalDate today) {
        requireOpen();
        requireWords(said);
        if (!level.isOutside()) {
            throw new Refusal("signal.error.not-outside");
        }
        answered = true;
        step(EscalationDeed.ANSWERED, today).saying(said);
    }

    void handOn(EscalationTerms terms, LocalDate today) {
        requireOpen();
        come(level.next().orElseThrow(() -> new Refusal("signal.error.highest-level")), terms, today);
        step(EscalationDeed.HANDED_ON, today);
    }

    void solve(ShortWords how, LocalDate today) {
        requireOpen();
        requireWords(how);
        endedOn = today;
        openPlan = null;
        step(EscalationDeed.SOLVED, today).saying(how);
    }

    private void come(EscalationLevel to, EscalationTerms terms, LocalDate today) {
        level = to;
        dueOn = terms.dueOn(to, today);
        answered = false;
    }

    private void requirePower(EscalationPower power, UserId by) {
        requireOpen();
        if (!level.powers().contains(power)) {
            throw new Refusal("signal.error.no-such-power");
        }
        if (isStartedBy(by)) {
            throw new Refusal("signal.error.own-escalation");
        }
        if (answerWaits()) {
            throw new Refusal("signal.error.answer-waits");
        }
    }

    private void requireOpen() {
        if (endedOn != null) {
            throw new Refusal("signal.error.solved-already");
        }
    }

    private static void requireWords(ShortWords words) {
        if (words.text().isEmpty()) {
            throw new Refusal("signal.error.words-missing");
        }
    }

    private EscalationStep step(EscalationDeed deed, LocalDate today) {
        EscalationStep step = new EscalationStep(this, steps.size() + 1, deed, level, today);
        steps.add(step);
        return step;
    }

    boolean isLate(LocalDate today) {
        return endedOn == null && today.isAfter(dueOn);
    }

    boolean answerWaits() {
        return endedOn == null && level.isOutside() && !answered;
    }

    boolean isStartedBy(UserId user) {
        return startedBy == user.value();
    }

    EscalationId id() {
        return new EscalationId(id);
    }

    int version() {
        return version;
    }

    InitiativeId plan() {
        return new InitiativeId(initiative);
    }

    NeighbourhoodCode neighbourhood() {
        return new NeighbourhoodCode(neighbourhood);
    }

    EscalationLevel level() {
        return level;
    }

    /** @param whole with what was said and paid */
    EscalationView view(String title, boolean forMe, boolean mayHandOn, boolean whole, LocalDate today) {
        return new EscalationView(
                id(),
                version,
                plan(),
                title,
                reason,
                level,
                dueOn,
                isLate(today),
                answerWaits(),
                forMe,
                mayHandOn && level.next().isPresent(),
                steps.stream().map(step -> step.view(whole)).toList());
    }
}
