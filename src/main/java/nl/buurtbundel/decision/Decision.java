package nl.buurtbundel.decision;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.assessment.RefusalGround;
import nl.buurtbundel.budget.CoverLine;
import nl.buurtbundel.budget.LeftOver;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/**
 * A decision from proposal to second signature. While it is open its money is reserved; whichever way it ends, each
 * reservation is posted or voided exactly once.
 */
@Entity
class Decision {
    private static final int MAXIMUM_LENGTH = 4000;

    /**
     * By the moment at which they came where they are. A key says nothing of that: each process hands out keys from a block of
     * its own. Of two grants of one plan in one moment the later one brings it to more.
     */
    static final Comparator<Decision> IN_TIME = Comparator.comparing((Decision decision) -> decision.changedAt)
            .thenComparing(decision -> decision.totalCents)
            .thenComparing(decision -> decision.id, Comparator.nullsLast(Comparator.naturalOrder()));

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "decision")
    @SequenceGenerator(name = "decision", sequenceName = "decision_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private long initiative;

    /** The initiative while this is open, else null; unique, so that two open decisions on one plan cannot exist. */
    @Column(name = "open_initiative")
    private @Nullable Long openInitiative;

    @Column(name = "plan_version")
    private int planVersion;

    private String neighbourhood;
    private int households;

    @Enumerated(EnumType.STRING)
    private DecisionState state;

    @Column(name = "proposes_refusal")
    private boolean proposesRefusal;

    /** What is asked for in total; a first decision grants it, a later one brings what was granted up to it. */
    @Column(name = "total_cents")
    private long totalCents;

    @Column(name = "granted_before_cents")
    private long grantedBeforeCents;

    private boolean partly;

    @Column(name = "task_fields")
    private String taskFields;

    private int years;

    @Enumerated(EnumType.STRING)
    private Decider decider;

    private @Nullable Long mandate;

    @Enumerated(EnumType.STRING)
    private MandateAnswer.Why why;

    private @Nullable String conditions;

    /** Of what is granted; a proposal to refuse has none. */
    @Enumerated(EnumType.STRING)
    @Column(name = "left_over")
    private @Nullable LeftOver leftOver;

    @Column(name = "college_resolution")
    private @Nullable String collegeResolution;

    @Column(name = "confirmed_legal_ground")
    private boolean confirmedLegalGround;

    @Enumerated(EnumType.STRING)
    private @Nullable RefusalGround ground;

    /** Of a no, also to a part of what is asked. */
    private @Nullable String reasons;

    /** What the team wrote when it proposed that no; whoever refuses may say it otherwise. */
    @Column(name = "proposed_reasons")
    private @Nullable String proposedReasons;

    /** Why the proposal fell away. */
    @Column(name = "ended_because")
    private @Nullable String endedBecause;

    @Column(name = "council_decision")
    private @Nullable String councilDecision;

    @Column(name = "council_decided_on")
    private @Nullable LocalDate councilDecidedOn;

    private @Nullable Long replaces;

    @Column(name = "proposed_by")
    private long proposedBy;

    @Column(name = "proposed_at")
    private Instant proposedAt;

    @Column(name = "changed_at")
    private Instant changedAt;

    @OneToMany(mappedBy = "decision", cascade = CascadeType.PERSIST)
    @OrderBy("fiscalYear")
    private List<DecisionYear> amounts = new ArrayList<>();

    /** What bore it when it was reserved; the budget itself moves on. */
    @ElementCollection
    @CollectionTable(name = "decision_cover", joinColumns = @JoinColumn(name = "decision_id"))
    @OrderColumn(name = "place")
    private List<CoverPart> cover = new ArrayList<>();

    /** What only the council can change, as it was when it was proposed. */
    @ElementCollection
    @CollectionTable(name = "decision_amendment", joinColumns = @JoinColumn(name = "decision_id"))
    @OrderColumn(name = "place")
    private List<AmendmentPart> amendments = new ArrayList<>();

    @OneToMany(mappedBy = "decision", cascade = CascadeType.PERSIST)
    @OrderBy("signedAt")
    private List<Signature> signatures = new ArrayList<>();

    protected Decision() {}

    private Decision(Subject subject, MandateAnswer answer, MandateQuestion question, UserId proposer, Instant now) {
        this.initiative = subject.initiative;
        this.planVersion = subject.planVersion;
        this.neighbourhood = question.neighbourhood().value();
        this.households = question.households();
        this.totalCents = subject.total.cents();
        this.grantedBeforeCents = subject.grantedBefore.cents();
        this.partly = subject.total.compareTo(subject.requested) < 0;
        this.taskFields = question.taskFields().stream().sorted().collect(Collectors.joining(" "));
        this.years = question.years();
        this.replaces = subject.replaces;
        this.proposedBy = proposer.value();
        this.proposedAt = now;
        this.changedAt = now;
        rule(answer);
        answer.amendments().forEach(amendment -> amendments.add(new AmendmentPart(amendment)));
        enter(answer.decider() == Decider.COUNCIL ? DecisionState.COUNCIL_PROPOSAL : DecisionState.PROPOSED);
    }

    /**
     * @param whyLess why not all is granted (Awb 3:46); passed over where all is
     * @param leftOver where money of the whole plan goes that it leaves unspent, also what was granted before
     * @throws Refusal if more is proposed than is asked, less without saying why, or the years do not add up to what is new
     */
    static Decision proposeGrant(
            Subject subject,
            List<YearAmount> amounts,
            MandateAnswer answer,
            MandateQuestion question,
            String conditions,
            String whyLess,
            LeftOver leftOver,
            UserId proposer,
            Instant now) {
        if (subject.total.compareTo(subject.requested) > 0) {
            throw new Refusal("decision.error.more-than-asked");
        }
        Money fresh = subject.total.minus(subject.grantedBefore);
        Money inYears = Money.sum(amounts.stream().map(YearAmount::amount).toList());
        if (!fresh.isPositive() || !inYears.equals(fresh)) {
            throw new Refusal("decision.error.years-do-not-add-up");
        }
        Decision decision = new Decision(subject, answer, question, proposer, now);
        decision.conditions = words(conditions).orElse(null);
        decision.leftOver = leftOver;
        if (decision.partly) {
            decision.reasons = words(whyLess).orElseThrow(() -> new Refusal("decision.error.why-less-missing"));
            decision.proposedReasons = decision.reasons;
        }
        amounts.forEach(amount -> decision.amounts.add(new DecisionYear(decision, amount)));
        return decision;
    }

    /** Reserves nothing; whoever could have granted it decides. */
    static Decision proposeRefusal(
            Subject subject,
            MandateAnswer answer,
            MandateQuestion question,
            RefusalGround ground,
            String reasons,
            UserId proposer,
            Instant now) {
        Decision decision = new Decision(subject, answer, question, proposer, now);
        decision.proposesRefusal = true;
        decision.ground = ground;
        decision.reasons = requireReasons(reasons);
        decision.proposedReasons = decision.reasons;
        return decision;
    }

    /** What others would bear of a year when it was proposed. */
    void contributed(FiscalYear year, Money amount) {
        amounts.stream().filter(one -> one.year().equals(year)).forEach(one -> one.contributed(amount));
    }

    void reserved(FiscalYear year, long group, List<CoverLine> lines) {
        lines.forEach(line -> cover.add(new CoverPart(year, line)));
        amounts.stream()
                .filter(amount -> amount.year().equals(year))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing granted in " + year))
                .reserve(group);
    }

    /**
     * A colleague agrees with what the team may decide itself.
     *
     * @return the reservations to post when this was the last colleague needed, else none
     */
    Map<FiscalYear, Long> agree(
            UserId by, FourEyes eyes, Readiness readiness, MandateAnswer answer, boolean confirms, Instant now) {
        requireGrantIn(DecisionState.PROPOSED);
        requireMandate(answer, Set.of(Role.TEAM_WORKER), null);
        if (answer.decider() != Decider.TEAM) {
            throw noMandate(answer);
        }
        eyes.require(by);
        readiness.require(confirms);
        confirmedLegalGround |= confirms;
        boolean last = isLastAgreement(answer);
        sign(SignatureKind.AGREED, Office.TEAM, by, eyes, now);
        if (!last) {
            return Map.of();
        }
        enter(DecisionState.FINAL);
        return resolve(ReservationResult.POSTED);
    }

    /**
     * Whether this act makes it final, so that everybody reads it.
     *
     * @param answer who may decide by the table of today
     */
    boolean isFinalAfter(Act act, MandateAnswer answer) {
        return switch (act) {
            case AGREE -> isLastAgreement(answer);
            case SIGN_SECOND -> true;
            case DECIDE, RECORD_COUNCIL, TAKE_BACK -> false;
        };
    }

    private boolean isLastAgreement(MandateAnswer answer) {
        long agreed = signatures.stream()
                .filter(s -> s.kind() == SignatureKind.AGREED)
                .count();
        int needed =
                answer.findLine().map(line -> line.rule().agreeingColleagues()).orElseThrow();
        return agreed + 1 >= needed;
    }

    /** The first signature. */
    void decide(
            UserId by,
            Set<Role> roles,
            FourEyes eyes,
            Readiness readiness,
            MandateAnswer answer,
            @Nullable String resolution,
            boolean confirms,
            Instant now) {
        requireGrantIn(DecisionState.PROPOSED);
        requireMandate(answer, roles, resolution);
        eyes.require(by);
        readiness.require(confirms);
        confirmedLegalGround = confirms;
        sign(SignatureKind.DECIDED, answer.decider().officeOf(roles), by, eyes, now);
        enter(DecisionState.DECIDED);
    }

    /** The second signature, which makes it final. Returns the reservations to post. */
    Map<FiscalYear, Long> signSecond(UserId by, FourEyes eyes, Readiness readiness, boolean confirms, Instant now) {
        requireGrantIn(DecisionState.DECIDED);
        eyes.require(by);
        // who decided may have confirmed it already; an objection can also have come or gone past its date since
        readiness.require(confirmedLegalGround || confirms);
        confirmedLegalGround |= confirms;
        sign(SignatureKind.SIGNED_SECOND, Office.BUDGET_HOLDER, by, eyes, now);
        enter(DecisionState.FINAL);
        return resolve(ReservationResult.POSTED);
    }

    /** A no, with a ground from the list and the reasons. Returns the reservations to void. */
    Map<FiscalYear, Long> refuse(
            UserId by,
            Set<Role> roles,
            FourEyes eyes,
            MandateAnswer answer,
            @Nullable String resolution,
            RefusalGround why,
            String because,
            Instant now) {
        requireState(DecisionState.PROPOSED);
        requireMandate(answer, roles, resolution);
        eyes.require(by);
        ground = why;
        reasons = requireReasons(because);
        sign(SignatureKind.REFUSED, answer.decider().officeOf(roles), by, eyes, now);
        enter(DecisionState.REFUSED);
        return resolve(ReservationResult.VOIDED);
    }

    /** Whoever could decide does not agree with what is proposed: it falls away, and the plan keeps its advice. */
    Map<FiscalYear, Long> sendBack(
            UserId by, Set<Role> roles, FourEyes eyes, MandateAnswer answer, String because, Instant now) {
        requireState(DecisionState.PROPOSED);
        requireAmong(answer, roles);
        eyes.require(by);
        endedBecause = requireReasons(because);
        sign(SignatureKind.SENT_BACK, answer.decider().officeOf(roles), by, eyes, now);
        enter(DecisionState.VOIDED);
        return resolve(ReservationResult.VOIDED);
    }

    /** The budget holder does not sign: the money goes back and the plan keeps its advice. */
    Map<FiscalYear, Long> declineSecond(UserId by, FourEyes eyes, String because, Instant now) {
        requireGrantIn(DecisionState.DECIDED);
        eyes.require(by);
        endedBecause = requireReasons(because);
        sign(SignatureKind.NOT_SIGNED, Office.BUDGET_HOLDER, by, eyes, now);
        enter(DecisionState.VOIDED);
        return resolve(ReservationResult.VOIDED);
    }

    /** The council decided. Nobody writes that down who has another hand in the plan. */
    void recordCouncil(UserId by, FourEyes eyes, CouncilDecision council, LocalDate today, Instant now) {
        requireState(DecisionState.COUNCIL_PROPOSAL);
        eyes.require(by);
        LocalDate proposed = LocalDate.ofInstant(proposedAt, Formats.ZONE);
        if (council.on().isAfter(today) || council.on().isBefore(proposed)) {
            throw new Refusal("decision.error.council-day");
        }
        councilDecision = council.number();
        councilDecidedOn = council.on();
        sign(SignatureKind.COUNCIL_RECORDED, Office.ALDERMAN, by, eyes, now);
        if (council.adopted()) {
            enter(DecisionState.COUNCIL_ADOPTED);
        } else {
            endedBecause = Messages.text(Messages.DUTCH, "decision.council-rejected", council.number());
            enter(DecisionState.VOIDED);
        }
    }

    /** A proposal to the council, before or after it decided. */
    boolean isForCouncil() {
        return decider == Decider.COUNCIL && (state == DecisionState.COUNCIL_PROPOSAL || councilDecision != null);
    }

    /** It ended without a decision, and something else can be proposed. */
    boolean hasComeBack() {
        return state == DecisionState.VOIDED || state == DecisionState.COUNCIL_ADOPTED;
    }

    /** Who may take it back is who proposed it, and nobody once a name stands under it. */
    boolean mayTakeBack(UserId by) {
        return by.value() == proposedBy && isUnsigned();
    }

    /** Taken back by who proposed it; after the first signature only the deciders end it, with their reasons. */
    Map<FiscalYear, Long> takeBack(UserId by, String because, Instant now) {
        if (by.value() != proposedBy) {
            throw new Refusal("decision.error.not-your-proposal");
        }
        if (!isUnsigned()) {
            throw new Refusal("decision.error.signed-not-taken-back");
        }
        return lapse(because, now);
    }

    private boolean isUnsigned() {
        return (state == DecisionState.PROPOSED || state == DecisionState.COUNCIL_PROPOSAL) && signatures.isEmpty();
    }

    /** It falls away before it is final: held too long, the plan began or ended, or another proposal takes its place. */
    Map<FiscalYear, Long> lapse(String because, Instant now) {
        if (!state.isUndecided()) {
            throw new Refusal("decision.error.not-open");
        }
        endedBecause = requireReasons(because);
        changedAt = now;
        enter(DecisionState.VOIDED);
        return resolve(ReservationResult.VOIDED);
    }

    /**
     * Whose turn it is; nobody’s once it has ended. A colleague can agree to a grant and not to a refusal: of what the team may
     * decide, a refusal goes to the manager.
     *
     * @param answer who may decide by the table of today
     */
    Optional<Office> turn(MandateAnswer answer) {
        return switch (state) {
            case PROPOSED, COUNCIL_PROPOSAL ->
                Optional.of(
                        proposesRefusal && answer.decider() == Decider.TEAM
                                ? Office.MANAGER
                                : answer.decider().office());
            case DECIDED -> Optional.of(Office.BUDGET_HOLDER);
            case FINAL, REFUSED, VOIDED, COUNCIL_ADOPTED -> Optional.empty();
        };
    }

    /**
     * What to ask the mandate table again on the day itself: a mandate can have ended since the proposal.
     *
     * @param today what the council would have to change today
     */
    MandateQuestion questionOn(LocalDate day, List<Amendment> today) {
        return new MandateQuestion(
                total(),
                taskFields(),
                years,
                neighbourhood(),
                households,
                day,
                state == DecisionState.COUNCIL_PROPOSAL ? amendments() : today);
    }

    MandateAnswer answer(Optional<MandateLine> line) {
        return new MandateAnswer(decider, line.orElse(null), why);
    }

    private void requireMandate(MandateAnswer answer, Set<Role> roles, @Nullable String resolution) {
        requireAmong(answer, roles);
        if (answer.decider() == Decider.COLLEGE) {
            collegeResolution = words(resolution == null ? "" : resolution)
                    .orElseThrow(() -> new Refusal("decision.error.college-resolution-missing"));
        }
        rule(answer);
    }

    private static void requireAmong(MandateAnswer answer, Set<Role> roles) {
        if (!answer.decider().isAmong(roles)) {
            throw noMandate(answer);
        }
    }

    private static Refusal noMandate(MandateAnswer answer) {
        return new Refusal("decision.error.no-mandate." + Messages.word(answer.decider()));
    }

    private void rule(MandateAnswer answer) {
        decider = answer.decider();
        mandate = answer.findLine().map(line -> line.id().value()).orElse(null);
        why = answer.why();
    }

    private void sign(SignatureKind kind, Office office, UserId by, FourEyes eyes, Instant now) {
        signatures.add(new Signature(this, kind, office, by, eyes.absent(), now));
        changedAt = now;
    }

    private void enter(DecisionState next) {
        state = next;
        openInitiative = next.isOpen() ? Long.valueOf(initiative) : null;
    }

    private Map<FiscalYear, Long> resolve(ReservationResult outcome) {
        Map<FiscalYear, Long> groups = new TreeMap<>();
        if (isReserved()) {
            amounts.forEach(amount -> groups.put(amount.year(), amount.resolve(outcome)));
        }
        return groups;
    }

    private boolean isReserved() {
        return !proposesRefusal && decider != Decider.COUNCIL;
    }

    private void requireGrantIn(DecisionState wanted) {
        requireState(wanted);
        if (proposesRefusal) {
            throw new Refusal("decision.error.proposes-refusal");
        }
    }

    private void requireState(DecisionState wanted) {
        if (state != wanted) {
            throw new Refusal("decision.error.not-open");
        }
    }

    private static String requireReasons(String text) {
        return words(text).orElseThrow(() -> new Refusal("decision.error.reasons-missing"));
    }

    private static Optional<String> words(String text) {
        String words = text.strip();
        if (words.length() > MAXIMUM_LENGTH) {
            throw new Refusal("decision.error.text-too-long", MAXIMUM_LENGTH);
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(words);
    }

    Set<UserId> signed() {
        return signatures.stream().flatMap(Signature::hands).collect(Collectors.toSet());
    }

    Long id() {
        return id;
    }

    int version() {
        return version;
    }

    long initiative() {
        return initiative;
    }

    int planVersion() {
        return planVersion;
    }

    NeighbourhoodCode neighbourhood() {
        return new NeighbourhoodCode(neighbourhood);
    }

    DecisionState state() {
        return state;
    }

    boolean proposesRefusal() {
        return proposesRefusal;
    }

    boolean isPartly() {
        return partly;
    }

    Money total() {
        return Money.ofCents(totalCents);
    }

    /** What is new with it, in all its years. */
    Money fresh() {
        return Money.sum(amounts().stream().map(YearAmount::amount).toList());
    }

    Money grantedBefore() {
        return Money.ofCents(grantedBeforeCents);
    }

    Set<String> taskFields() {
        return Arrays.stream(taskFields.split(" "))
                .filter(field -> !field.isEmpty())
                .collect(Collectors.toSet());
    }

    /** Whether what bears it is held or granted. What an ended proposal held tells, later, what few households released. */
    boolean isBorne() {
        return state.isOpen() || state == DecisionState.FINAL;
    }

    List<YearCover> cover() {
        return cover.stream().map(CoverPart::view).toList();
    }

    /** What the council is asked to change. */
    List<Amendment> amendments() {
        return amendments.stream().map(AmendmentPart::view).toList();
    }

    /** What others bear of all its years together, as it was when it was proposed. */
    Money contributed() {
        return Money.sum(amounts.stream().map(DecisionYear::contributed).toList());
    }

    /** What the municipality bears of each year; left out where others bear all of it. */
    List<YearAmount> ofMunicipality() {
        return amounts.stream().flatMap(year -> year.ofMunicipality().stream()).toList();
    }

    List<YearAmount> amounts() {
        return amounts.stream().map(DecisionYear::amount).toList();
    }

    List<Signed> signatures() {
        return signatures.stream().map(Signature::view).toList();
    }

    DecisionFile.Subject inFile() {
        return new DecisionFile.Subject(
                id,
                neighbourhood().municipality().value(),
                neighbourhood,
                initiative,
                planVersion,
                state,
                proposesRefusal,
                total(),
                grantedBefore(),
                partly,
                households,
                conditions,
                leftOver,
                ground,
                reasons,
                replaces,
                proposedBy,
                proposedAt);
    }

    List<DecisionFile.Year> yearsInFile() {
        return amounts.stream().map(DecisionYear::inFile).toList();
    }

    List<DecisionFile.Hand> handsInFile() {
        return signatures.stream().map(Signature::inFile).toList();
    }

    /** How many years it binds. */
    int yearsBound() {
        return years;
    }

    /** How many households it was proposed for. */
    int households() {
        return households;
    }

    Decider decider() {
        return decider;
    }

    MandateAnswer.Why why() {
        return why;
    }

    Optional<MandateId> mandate() {
        return Optional.ofNullable(mandate).map(MandateId::new);
    }

    Optional<String> conditions() {
        return Optional.ofNullable(conditions);
    }

    /** Where money goes that the plan leaves unspent; none of a proposal to refuse. */
    Optional<LeftOver> leftOver() {
        return Optional.ofNullable(leftOver);
    }

    Optional<String> collegeResolution() {
        return Optional.ofNullable(collegeResolution);
    }

    boolean isLegalGroundConfirmed() {
        return confirmedLegalGround;
    }

    Optional<RefusalGround> ground() {
        return Optional.ofNullable(ground);
    }

    Optional<String> reasons() {
        return Optional.ofNullable(reasons);
    }

    /** What the team wrote, where whoever refused wrote something else. */
    Optional<String> proposedReasons() {
        return Optional.ofNullable(proposedReasons).filter(words -> !words.equals(reasons));
    }

    Optional<String> endedBecause() {
        return Optional.ofNullable(endedBecause);
    }

    /** What the council decided on it. */
    Optional<CouncilDecision> council() {
        return councilDecision == null || councilDecidedOn == null
                ? Optional.empty()
                : Optional.of(
                        new CouncilDecision(state == DecisionState.COUNCIL_ADOPTED, councilDecision, councilDecidedOn));
    }

    Optional<DecisionId> replaces() {
        return Optional.ofNullable(replaces).map(DecisionId::new);
    }

    UserId proposer() {
        return new UserId(proposedBy);
    }

    Instant proposedAt() {
        return proposedAt;
    }

    /**
     * What is decided on.
     *
     * @param requested what the plan asks in total
     * @param total what the decision brings it to; less than requested is a grant in part
     * @param grantedBefore what earlier decisions granted
     * @param replaces the earlier decision that this one changes
     */
    record Subject(
            long initiative,
            int planVersion,
            Money requested,
            Money total,
            Money grantedBefore,
            @Nullable Long replaces) {}
}
