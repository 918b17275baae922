package nl.buurtbundel.initiative;

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
import java.util.Objects;
import java.util.Optional;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.initiative.InitiativeStep.Details;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.suggestion.Idea;
import nl.buurtbundel.suggestion.SuggestionId;
import org.jspecify.annotations.Nullable;

/**
 * A neighbourhood plan, from idea to closing account. It owns its history: every verb adds a step and nothing is ever taken
 * out. The columns for stage, term and amounts are what follows from the steps; {@link #recomputed} follows them again.
 *
 * <p>Households say yes to a version of the plan. A change of what they are promised makes a new version, and every earlier
 * yes waits until it is given again; a change of words is a revision of the same version.
 */
@Entity
class Initiative {
    static final int SHORTEST_ASKING_DAYS = 7;
    static final int LONGEST_ASKING_DAYS = 120;
    static final int USUAL_ASKING_DAYS = 42;
    static final int ASKING_AGAIN_DAYS = 14;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "initiative")
    @SequenceGenerator(name = "initiative", sequenceName = "initiative_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private String municipality;
    private String neighbourhood;
    private long initiator;

    @Column(name = "assigned_worker")
    private @Nullable Long assignedWorker;

    private @Nullable Long suggestion;
    private @Nullable String alternative;

    private String title;
    private String need;

    @Column(name = "yearly_cents")
    private long yearlyCents;

    @Column(name = "start_up_cents")
    private long startUpCents;

    @Column(name = "households_needed")
    private int householdsNeeded;

    @Enumerated(EnumType.STRING)
    private Stage stage;

    @Column(name = "since_day")
    private LocalDate since;

    @Column(name = "due_on")
    private @Nullable LocalDate dueOn;

    @Column(name = "plan_version")
    private int planVersion;

    private int revision;

    @Column(name = "cut_off")
    private @Nullable LocalDate cutOff;

    @Column(name = "started_on")
    private @Nullable LocalDate startedOn;

    @Column(name = "trial_ends_on")
    private @Nullable LocalDate trialEndsOn;

    private @Nullable Long decision;

    @Column(name = "granted_cents")
    private @Nullable Long grantedCents;

    @Column(name = "granted_households")
    private @Nullable Integer grantedHouseholds;

    private @Nullable String ground;

    @Column(name = "end_asked_on")
    private @Nullable LocalDate endAskedOn;

    @OneToMany(mappedBy = "initiative", cascade = CascadeType.PERSIST)
    @OrderBy("number")
    private List<InitiativeStep> steps = new ArrayList<>();

    @OneToMany(mappedBy = "initiative", cascade = CascadeType.PERSIST)
    @OrderBy("planVersion, revision")
    private List<PlanVersion> plans = new ArrayList<>();

    protected Initiative() {}

    Initiative(NeighbourhoodCode neighbourhood, UserId initiator, Plan plan, @Nullable Idea idea, Moment now) {
        requireStartAhead(plan, now);
        this.municipality = neighbourhood.municipality().value();
        this.neighbourhood = neighbourhood.value();
        this.initiator = initiator.value();
        this.suggestion = idea == null ? null : idea.id().value();
        this.alternative = idea == null ? null : idea.alternative();
        write(plan, 1, 0);
        InitiativeStep first = new InitiativeStep(this, 1, now, Deed.STARTED, Details.NONE);
        steps.add(first);
        take(InitiativeState.first(first, plan));
    }

    /** @param cutOff until this day households can say yes and change their minds freely */
    void open(LocalDate newCutOff, Moment now) {
        requireStartAhead(plan(), now);
        LocalDate earliest = now.day().plusDays(SHORTEST_ASKING_DAYS);
        LocalDate latest = now.day().plusDays(LONGEST_ASKING_DAYS);
        if (newCutOff.isBefore(earliest) || newCutOff.isAfter(latest)) {
            throw new Refusal("initiative.error.cut-off", SHORTEST_ASKING_DAYS, LONGEST_ASKING_DAYS);
        }
        step(Deed.OPENED, Details.cutOff(newCutOff), now);
    }

    /** @return whether every household is asked again */
    boolean changePlan(Plan changed, Moment now) {
        if (!stage.allowsPlanChange()) {
            throw new Refusal("initiative.error.plan-fixed");
        }
        requireStartAhead(changed, now);
        Plan present = plan();
        if (changed.equals(present)) {
            return false;
        }
        if (stage != Stage.IDEA && !changed.need().equals(need)) {
            throw new Refusal("initiative.error.need-fixed");
        }
        if (changed.promisesTheSameAs(present)) {
            write(changed, planVersion, revision + 1);
            step(Deed.PLAN_CORRECTED, Details.NONE, now);
            return false;
        }
        write(changed, planVersion + 1, 0);
        step(Deed.PLAN_CHANGED, Details.cutOff(cutOffAfterChange(now.day())), now);
        return stage != Stage.IDEA;
    }

    void submit(boolean enough, Moment now) {
        requireEnough(enough);
        requireStartAhead(plan(), now);
        step(Deed.SUBMITTED, Details.NONE, now);
    }

    /** A grant goes to the months of the plan; what lies behind us can no longer be granted. */
    private static void requireStartAhead(Plan plan, Moment now) {
        if (plan.intendedStart().isBefore(now.day())) {
            throw new Refusal("initiative.error.start-in-past");
        }
    }

    void takeIntoAssessment(UserId worker, Moment now) {
        requireStage(Stage.SUBMITTED);
        step(Deed.TAKEN_INTO_ASSESSMENT, Details.NONE, now);
        assignTo(worker);
    }

    void returnWithQuestions(String questions, Moment now) {
        step(Deed.RETURNED, Details.text(Texts.required(questions, 2_000, "initiative.error.questions")), now);
    }

    /** @param words what the residents answer; may be empty only where the changed plan is the answer */
    void answer(boolean enough, String words, Moment now) {
        requireStage(Stage.RETURNED);
        requireEnough(enough);
        boolean told = !words.isBlank();
        if (!told && !isPlanChangedSinceQuestions()) {
            throw new Refusal("initiative.error.answer-missing");
        }
        step(
                Deed.ANSWERED,
                told ? Details.text(Texts.required(words, 2_000, "initiative.error.answer")) : Details.NONE,
                now);
    }

    void advise(Moment now) {
        step(Deed.ADVISED, Details.NONE, now);
    }

    /** @param households how many take part at this moment */
    void grant(long newDecision, Money amount, int households, Moment now) {
        decide(Deed.GRANTED, Details.granted(newDecision, requireAmount(amount), households), now);
    }

    /** @param households how many take part at this moment */
    void grantPartly(long newDecision, Money amount, int households, Moment now) {
        decide(Deed.PARTLY_GRANTED, Details.granted(newDecision, requireAmount(amount), households), now);
    }

    void refuse(long newDecision, String newGround, Moment now) {
        String code = Texts.required(newGround, 100, "initiative.error.ground");
        decide(Deed.REFUSED, Details.refused(newDecision, code), now);
    }

    /** Begins with the trial when the plan has one. */
    void start(Moment now) {
        if (stage == Stage.TRIAL) {
            throw new Refusal("initiative.error.not-now");
        }
        step(plan().trialMonths() > 0 ? Deed.TRIAL_STARTED : Deed.STARTED_RUNNING, Details.NONE, now);
    }

    void endTrial(Moment now) {
        requireStage(Stage.TRIAL);
        step(Deed.STARTED_RUNNING, Details.NONE, now);
    }

    /** Whoever began the plan accounts for it when its year is over; before that it would end it for everybody. */
    void accountFor(Office by, Moment now) {
        if (by == Office.INITIATOR && dueOn != null && now.day().isBefore(dueOn)) {
            throw new Refusal("initiative.error.ask-team-to-end");
        }
        step(Deed.ACCOUNTED_FOR, Details.by(by), now);
    }

    /** Who began a granted plan cannot end it alone, and tells the team. */
    void askToEnd(Moment now) {
        if (!stage.isGranted() || endAskedOn != null) {
            throw new Refusal("initiative.error.not-now");
        }
        step(Deed.ASKED_TO_END, Details.NONE, now);
    }

    /** Who may break through stops the clock of this step, so that a way can be found. */
    void pause(LocalDate until, Moment now) {
        if (stage.isEnded() || !until.isAfter(now.day())) {
            throw new Refusal("initiative.error.not-now");
        }
        step(Deed.PAUSED, Details.pausedUntil(until), now);
    }

    void withdraw(Moment now) {
        step(Deed.WITHDRAWN, Details.NONE, now);
    }

    void stop(StopReason reason, Moment now) {
        step(Deed.STOPPED, Details.text(reason.name()), now);
    }

    void solveWithoutUs(Office by, Moment now) {
        if (by == Office.INITIATOR && stage.isGranted()) {
            throw new Refusal("initiative.error.ask-team-to-end");
        }
        step(Deed.SOLVED_WITHOUT_US, Details.by(by), now);
    }

    /** One worker at a time knows the households of a plan. */
    void assignTo(UserId worker) {
        assignedWorker = worker.value();
    }

    /** Where the plan stands according to its steps alone. */
    InitiativeState recomputed() {
        InitiativeState state = InitiativeState.first(steps.get(0), plan(1, 0));
        for (InitiativeStep step : steps.subList(1, steps.size())) {
            Stage next = step.deed().stageAfter(state.stage());
            if (step.deed().moves() && !state.stage().allows(next)) {
                throw new IllegalStateException("step " + step.number() + " of initiative " + id + " cannot follow");
            }
            state = state.after(step, planAfter(state, step.deed()));
        }
        return state;
    }

    InitiativeState state() {
        return new InitiativeState(
                stage,
                since,
                dueOn,
                planVersion,
                revision,
                cutOff,
                startedOn,
                trialEndsOn,
                decision,
                grantedCents,
                grantedHouseholds,
                ground,
                endAskedOn);
    }

    Plan plan() {
        return plan(planVersion, revision);
    }

    Plan plan(int ofVersion, int ofRevision) {
        return plans.stream()
                .filter(p -> p.planVersion() == ofVersion && p.revision() == ofRevision)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no text " + ofVersion + "." + ofRevision))
                .plan();
    }

    InitiativeId id() {
        return new InitiativeId(id);
    }

    int version() {
        return version;
    }

    NeighbourhoodCode neighbourhood() {
        return new NeighbourhoodCode(neighbourhood);
    }

    UserId initiator() {
        return new UserId(initiator);
    }

    boolean isInitiatedBy(UserId user) {
        return initiator == user.value();
    }

    boolean isAssignedTo(UserId user) {
        return Objects.equals(assignedWorker, user.value());
    }

    Stage stage() {
        return stage;
    }

    int planVersion() {
        return planVersion;
    }

    String need() {
        return need;
    }

    @Nullable
    SuggestionId suggestion() {
        return suggestion == null ? null : new SuggestionId(suggestion);
    }

    int householdsNeeded() {
        return householdsNeeded;
    }

    @Nullable
    LocalDate cutOff() {
        return cutOff;
    }

    /** What the team asked, with the answers, the oldest first. */
    List<TeamQuestion> questions() {
        List<TeamQuestion> asked = new ArrayList<>();
        for (InitiativeStep step : steps) {
            if (step.deed() == Deed.RETURNED) {
                String words = step.text();
                asked.add(new TeamQuestion(step.on(), words == null ? "" : words, null, null));
            } else if (step.deed() == Deed.ANSWERED) {
                int last = asked.size() - 1;
                asked.set(last, asked.get(last).answered(step.on(), step.text()));
            }
        }
        return asked;
    }

    private boolean isPlanChangedSinceQuestions() {
        boolean changed = false;
        for (InitiativeStep step : steps) {
            changed = switch (step.deed()) {
                case RETURNED -> false;
                case PLAN_CHANGED, PLAN_CORRECTED -> true;
                default -> changed;
            };
        }
        return changed;
    }

    @Nullable
    LocalDate startedOn() {
        return startedOn;
    }

    @Nullable
    LocalDate trialEndsOn() {
        return trialEndsOn;
    }

    @Nullable
    LocalDate endAskedOn() {
        return endAskedOn;
    }

    @Nullable
    LocalDate dueOn() {
        return dueOn;
    }

    List<TimelineEntry> timeline() {
        return steps.stream().map(InitiativeStep::timelineEntry).toList();
    }

    /** @param timeline of this plan; read together with those of others */
    PlanStory story(List<TimelineEntry> timeline) {
        return new PlanStory(
                id(), neighbourhood(), stage, Money.ofCents(yearlyCents), Money.ofCents(startUpCents), timeline);
    }

    InitiativeSummary summary(boolean enough, ProposalStanding proposal, LocalDate today) {
        Office owner = stage.owner(proposal);
        return new InitiativeSummary(
                id(),
                version,
                planVersion,
                neighbourhood(),
                title,
                need,
                stage,
                Money.ofCents(startUpCents),
                Money.ofCents(yearlyCents),
                enough,
                since,
                cutOff,
                owner,
                proposal,
                dueOn,
                Deadlines.escalatedTo(owner, dueOn, today).orElse(null),
                assignedWorker == null ? null : new UserId(assignedWorker));
    }

    InitiativeDossier dossier(boolean enough, java.util.Set<UserId> paidMembers) {
        Plan plan = plan();
        return new InitiativeDossier(
                id(),
                version,
                planVersion,
                neighbourhood(),
                title,
                plan.summary(),
                need,
                suggestion(),
                alternative,
                plan.startUp(),
                plan.yearlyCost(),
                householdsNeeded,
                enough,
                stage,
                initiator(),
                paidMembers,
                plan.intendedStart(),
                plan.lines());
    }

    Optional<Money> granted() {
        return Optional.ofNullable(grantedCents).map(Money::ofCents);
    }

    /** How many took part when it was first granted. */
    Optional<Integer> householdsWhenGranted() {
        return Optional.ofNullable(grantedHouseholds);
    }

    /** The ground of a refusal; why a plan stopped is in its timeline. */
    Optional<String> ground() {
        return stage == Stage.REFUSED ? Optional.ofNullable(ground) : Optional.empty();
    }

    /** The municipality has said yes or no: from then on everybody can read it, however it ends. */
    boolean isPublic() {
        return decision != null;
    }

    private void decide(Deed deed, Details decided, Moment now) {
        if (Objects.equals(decision, decided.decision())) {
            throw new Refusal("initiative.error.decided-already");
        }
        step(deed, decided, now);
    }

    private void requireStage(Stage needed) {
        if (stage != needed) {
            throw new Refusal("initiative.error.not-now");
        }
    }

    private static long requireAmount(Money amount) {
        if (!amount.isPositive()) {
            throw new Refusal("initiative.error.amount");
        }
        return amount.cents();
    }

    /** Says that there are not enough, never how many there are. */
    private static void requireEnough(boolean enough) {
        if (!enough) {
            throw new Refusal("initiative.error.not-enough-yet");
        }
    }

    private @Nullable LocalDate cutOffAfterChange(LocalDate today) {
        if (cutOff == null) {
            return null;
        }
        LocalDate least = today.plusDays(ASKING_AGAIN_DAYS);
        return cutOff.isBefore(least) ? least : cutOff;
    }

    private void step(Deed deed, Details details, Moment now) {
        if (deed.moves() && !stage.allows(deed.stageAfter(stage))) {
            throw new Refusal("initiative.error.not-now");
        }
        InitiativeStep step = new InitiativeStep(this, steps.size() + 1, now, deed, details);
        InitiativeState present = state();
        steps.add(step);
        take(present.after(step, planAfter(present, deed)));
    }

    private Plan planAfter(InitiativeState state, Deed deed) {
        return switch (deed) {
            case PLAN_CHANGED -> plan(state.planVersion() + 1, 0);
            case PLAN_CORRECTED -> plan(state.planVersion(), state.revision() + 1);
            default -> plan(state.planVersion(), state.revision());
        };
    }

    private void write(Plan plan, int newVersion, int newRevision) {
        plans.add(new PlanVersion(this, newVersion, newRevision, plan));
        title = plan.title();
        need = plan.need();
        yearlyCents = plan.yearlyCost().cents();
        startUpCents = plan.startUp().cents();
        householdsNeeded = plan.householdsNeeded();
    }

    private void take(InitiativeState state) {
        stage = state.stage();
        since = state.since();
        dueOn = state.dueOn();
        planVersion = state.planVersion();
        revision = state.revision();
        cutOff = state.cutOff();
        startedOn = state.startedOn();
        trialEndsOn = state.trialEndsOn();
        decision = state.decision();
        grantedCents = state.grantedCents();
        grantedHouseholds = state.grantedHouseholds();
        ground = state.ground();
        endAskedOn = state.endAskedOn();
    }
}
