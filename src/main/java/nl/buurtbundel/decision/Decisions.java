package nl.buurtbundel.decision;

import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.Capacity;
import nl.buurtbundel.access.CurrentUser;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.User;
import nl.buurtbundel.assessment.Advice;
import nl.buurtbundel.assessment.AssessmentForDecision;
import nl.buurtbundel.assessment.AssessmentState;
import nl.buurtbundel.assessment.AssessmentView;
import nl.buurtbundel.assessment.Assessments;
import nl.buurtbundel.assessment.Gate;
import nl.buurtbundel.assessment.Interests;
import nl.buurtbundel.assessment.RefusalGround;
import nl.buurtbundel.budget.AppropriationLine;
import nl.buurtbundel.budget.Appropriations;
import nl.buurtbundel.budget.Cover;
import nl.buurtbundel.budget.CoverKind;
import nl.buurtbundel.budget.CoverLine;
import nl.buurtbundel.budget.LeftOver;
import nl.buurtbundel.budget.LeftOverAsked;
import nl.buurtbundel.budget.MonthlyCover;
import nl.buurtbundel.budget.PooledBudgets;
import nl.buurtbundel.budget.PreFinancingSummary;
import nl.buurtbundel.budget.PreFinancings;
import nl.buurtbundel.budget.ReservationGroupId;
import nl.buurtbundel.foundation.Conflict;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Parts;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.initiative.InitiativeDossier;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.InitiativeMoved;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.initiative.PlanInBrief;
import nl.buurtbundel.initiative.ProposalStanding;
import nl.buurtbundel.initiative.ProposalsAsked;
import nl.buurtbundel.initiative.Stage;
import nl.buurtbundel.ledger.Ledger;
import nl.buurtbundel.ledger.Reason;
import nl.buurtbundel.ledger.ReservationId;
import nl.buurtbundel.ledger.ReservationsExpiring;
import nl.buurtbundel.ledger.TransferSummary;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodSummary;
import nl.buurtbundel.neighbourhood.Neighbourhoods;
import nl.buurtbundel.suggestion.BeganWith;
import nl.buurtbundel.suggestion.LikelyRelease;
import nl.buurtbundel.suggestion.SuggestionId;
import nl.buurtbundel.suggestion.Suggestions;
import org.jspecify.annotations.Nullable;

/**
 * Decisions on plans. A proposal reserves, the second signature posts and grants, anything else voids; all of it in one
 * transaction with the deed and its audit row. The row of the decision is locked, so that of two deciders at once one does
 * it and the other is told that it has changed.
 */
@ApplicationScoped
@Transactional(SUPPORTS)
public class Decisions {
    private static final Set<Stage> OPEN_TO_PROPOSALS = EnumSet.of(Stage.ADVISED, Stage.GRANTED, Stage.PARTLY_GRANTED);
    private static final Set<DecisionState> UNDECIDED =
            EnumSet.of(DecisionState.PROPOSED, DecisionState.DECIDED, DecisionState.COUNCIL_PROPOSAL);
    /** Ended by something else than a decision, so that decisions may be open and money granted. */
    private static final Set<Stage> ENDED =
            EnumSet.of(Stage.WITHDRAWN, Stage.STOPPED, Stage.SOLVED_WITHOUT_US, Stage.ACCOUNTED_FOR);

    private static final Set<DecisionState> PROMISED =
            EnumSet.of(DecisionState.PROPOSED, DecisionState.DECIDED, DecisionState.FINAL);

    /** More than people read at once, and no more than a query bears. */
    private static final int MOST_AT_ONCE = 500;

    @PersistenceContext
    private EntityManager entityManager;

    private final Mandates mandates;
    private final Authorisations authorisations;
    private final Suggestions suggestions;
    private final Initiatives initiatives;
    private final Assessments assessments;
    private final Interests interests;
    private final PooledBudgets budgets;
    private final PreFinancings preFinancings;
    private final Appropriations appropriations;
    private final Ledger ledger;
    private final Neighbourhoods neighbourhoods;
    private final CurrentUser currentUser;
    private final Access access;
    private final AuditLog audit;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected Decisions() {
        this(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    Decisions(
            Mandates mandates,
            Authorisations authorisations,
            Suggestions suggestions,
            Initiatives initiatives,
            Assessments assessments,
            Interests interests,
            PooledBudgets budgets,
            PreFinancings preFinancings,
            Appropriations appropriations,
            Ledger ledger,
            Neighbourhoods neighbourhoods,
            CurrentUser currentUser,
            Access access,
            AuditLog audit,
            Clock clock) {
        this.mandates = mandates;
        this.authorisations = authorisations;
        this.suggestions = suggestions;
        this.initiatives = initiatives;
        this.assessments = assessments;
        this.interests = interests;
        this.budgets = budgets;
        this.preFinancings = preFinancings;
        this.appropriations = appropriations;
        this.ledger = ledger;
        this.neighbourhoods = neighbourhoods;
        this.currentUser = currentUser;
        this.access = access;
        this.audit = audit;
        this.clock = clock;
    }

    // ---- proposing

    /** What granting all that the plan asks would come to: years, cover, and who may decide. Nothing is held by asking. */
    public Preparation prepare(InitiativeId initiative) {
        InitiativeDossier plan = initiatives.readDossier(initiative);
        access.require(Operation.PROPOSE_DECISION, plan.neighbourhood());
        List<Decision> grants = listFinal(initiative);
        Money before = grantedBy(grants);
        List<YearAmount> amounts = before.isZero()
                ? GrantYears.of(plan.costsFrom(today()), plan.startUp(), plan.yearlyCost())
                : remainder(plan, before, today());
        return prepare(plan, grants, amounts);
    }

    /** The same for other amounts in those years. */
    public Preparation prepare(InitiativeId initiative, List<YearAmount> amounts) {
        InitiativeDossier plan = initiatives.readDossier(initiative);
        access.require(Operation.PROPOSE_DECISION, plan.neighbourhood());
        return prepare(plan, listFinal(initiative), amounts);
    }

    /**
     * Proposes to grant, and reserves the money. Beyond what the council appropriated it stops as a proposal to the council.
     *
     * @param initiativeVersion the version of the initiative that the user saw
     * @param amounts what is new, in the fiscal years in which it is spent
     * @param whyLess why not all is granted, where it is not
     * @param leftOver where money of the plan goes that it leaves unspent, also what was granted before
     */
    @Transactional(REQUIRED)
    public DecisionId propose(
            InitiativeId initiative,
            int initiativeVersion,
            List<YearAmount> amounts,
            String conditions,
            String whyLess,
            LeftOver leftOver) {
        InitiativeDossier plan = readForProposal(initiative, initiativeVersion);
        User proposer = access.require(Operation.PROPOSE_DECISION, plan.neighbourhood());
        if (amounts.isEmpty()) {
            throw new Refusal("decision.error.years-do-not-add-up");
        }
        if (!plan.enoughPledged()) {
            throw new Refusal("decision.error.not-enough-households");
        }
        Preparation prepared = prepare(plan, listFinal(initiative), amounts);
        boolean council = prepared.mandate().decider() == Decider.COUNCIL;
        if (!council && !leftOverOfCouncil(initiative).map(leftOver::equals).orElse(true)) {
            throw new Refusal("decision.error.left-over-of-council");
        }
        // the council moves money that is there; what is not there yet must be borne first
        if (prepared.mandate().why() != MandateAnswer.Why.BEYOND_APPROPRIATION && !prepared.isCovered()) {
            throw new Refusal("decision.error.not-covered", prepared.missing().inEuros());
        }
        MandateQuestion question = question(plan, prepared.grantedBefore(), amounts, prepared.covers());
        Decision decision = Decision.proposeGrant(
                subject(plan, prepared.grantedBefore(), question.total()),
                amounts,
                prepared.mandate(),
                question,
                conditions,
                whyLess,
                leftOver,
                proposer.id(),
                clock.instant());
        prepared.covers().forEach(cover -> decision.contributed(cover.year(), cover.contributed()));
        add(decision);
        if (!council) {
            for (Cover cover : prepared.covers()) {
                ReservationGroupId group = budgets.reserve(
                        key(decision, cover.year()), initiative.reference(), plan.neighbourhood(), cover);
                decision.reserved(cover.year(), group.value(), cover.lines());
            }
        }
        record(
                "propose",
                decision,
                "total=" + question.total() + " decider=" + decision.decider() + " left-over=" + leftOver);
        return new DecisionId(decision.id());
    }

    /** Proposes to refuse. Whoever could have granted it decides; no money is held. */
    @Transactional(REQUIRED)
    public DecisionId proposeRefusal(
            InitiativeId initiative, int initiativeVersion, RefusalGround ground, String reasons) {
        InitiativeDossier plan = readForProposal(initiative, initiativeVersion);
        User proposer = access.require(Operation.PROPOSE_DECISION, plan.neighbourhood());
        if (plan.stage() != Stage.ADVISED) {
            throw new Refusal("decision.error.not-advised");
        }
        MandateQuestion question = new MandateQuestion(
                requested(plan), Set.of(), 1, plan.neighbourhood(), plan.householdsNeeded(), today(), List.of());
        Decision decision = Decision.proposeRefusal(
                subject(plan, Money.ZERO, requested(plan)),
                answer(question),
                question,
                ground,
                reasons,
                proposer.id(),
                clock.instant());
        add(decision);
        record("propose-refusal", decision, "ground=" + ground);
        return new DecisionId(decision.id());
    }

    // ---- deciding

    /** A colleague agrees with what the team may decide itself; with enough colleagues it is final. */
    @Transactional(REQUIRED)
    public void agree(DecisionId id, int version, boolean confirmsLegalGround) {
        Decision decision = lock(id);
        User user = access.require(Operation.PROPOSE_DECISION, decision.neighbourhood());
        Conflict.unlessSame(version, decision.version());
        Hands hands = hands(decision);
        MandateAnswer answer = answer(questionOf(decision));
        Map<FiscalYear, Long> toPost = decision.agree(
                user.id(), hands.eyes(), hands.readiness(), answer, confirmsLegalGround, clock.instant());
        record("agree", decision, "state=" + decision.state());
        grantIfFinal(decision, toPost);
    }

    /**
     * The first signature.
     *
     * @param confirmsLegalGround the decider confirms it although a “not allowed” went unanswered
     * @param collegeResolution the number of the college’s resolution, where the college decides
     */
    @Transactional(REQUIRED)
    public void decide(DecisionId id, int version, boolean confirmsLegalGround, @Nullable String collegeResolution) {
        Decision decision = lock(id);
        User user = access.require(Operation.DECIDE, decision.neighbourhood());
        Conflict.unlessSame(version, decision.version());
        MandateAnswer answer = answer(questionOf(decision));
        Hands anyPower = hands(decision);
        Capacity capacity = capacityToDecide(user, decision, answer, anyPower.eyes());
        Hands hands = anyPower.inPowerOf(capacity);
        decision.decide(
                user.id(),
                capacity.roles(),
                hands.eyes(),
                hands.readiness(),
                answer,
                collegeResolution,
                confirmsLegalGround,
                clock.instant());
        record("decide", decision, "decider=" + decision.decider(), capacity);
    }

    /**
     * The second signature: the decision is final, the money is posted, the plan is granted.
     *
     * @param confirmsLegalGround the signer confirms it, where a “not allowed” went unanswered after the first signature
     */
    @Transactional(REQUIRED)
    public void signSecond(DecisionId id, int version, boolean confirmsLegalGround) {
        Decision decision = lock(id);
        User user = access.require(Operation.SIGN_SECOND, decision.neighbourhood());
        Conflict.unlessSame(version, decision.version());
        Hands anyPower = hands(decision);
        Capacity capacity = capacityToSign(user, decision, anyPower.eyes());
        Hands hands = anyPower.inPowerOf(capacity);
        Map<FiscalYear, Long> toPost =
                decision.signSecond(user.id(), hands.eyes(), hands.readiness(), confirmsLegalGround, clock.instant());
        record("sign-second", decision, "total=" + decision.total(), capacity);
        audit.inPowerOf(capacity, () -> grantIfFinal(decision, toPost));
    }

    /** A no, with a ground from the list and reasons. The money that was held is free again. */
    @Transactional(REQUIRED)
    public void refuse(
            DecisionId id, int version, RefusalGround ground, String reasons, @Nullable String collegeResolution) {
        Decision decision = lock(id);
        User user = access.require(Operation.DECIDE, decision.neighbourhood());
        Conflict.unlessSame(version, decision.version());
        MandateAnswer answer = answer(questionOf(decision));
        FourEyes eyes = hands(decision).eyes();
        Capacity capacity = capacityToDecide(user, decision, answer, eyes);
        Map<FiscalYear, Long> toVoid = decision.refuse(
                user.id(),
                capacity.roles(),
                eyes.inPowerOf(capacity.absent()),
                answer,
                collegeResolution,
                ground,
                reasons,
                clock.instant());
        audit.inPowerOf(capacity, () -> {
            voidAll(decision, toVoid);
            record("refuse", decision, "ground=" + ground);
            InitiativeId initiative = initiativeOf(decision);
            // more money refused to a plan that runs leaves that plan as it is
            if (initiatives.readDossier(initiative).stage() == Stage.ADVISED) {
                initiatives.refuse(initiative, decision.id(), ground.code());
            }
        });
    }

    /** Whoever could decide does not agree with what is proposed. The plan keeps its advice and can be proposed again. */
    @Transactional(REQUIRED)
    public void sendBack(DecisionId id, int version, String reasons) {
        Decision decision = lock(id);
        User user = access.require(Operation.DECIDE, decision.neighbourhood());
        Conflict.unlessSame(version, decision.version());
        MandateAnswer answer = answer(questionOf(decision));
        FourEyes eyes = hands(decision).eyes();
        Capacity capacity = capacityToDecide(user, decision, answer, eyes);
        Map<FiscalYear, Long> toVoid = decision.sendBack(
                user.id(), capacity.roles(), eyes.inPowerOf(capacity.absent()), answer, reasons, clock.instant());
        audit.inPowerOf(capacity, () -> {
            voidAll(decision, toVoid);
            record("send-back", decision, "");
        });
    }

    /** The budget holder does not sign. The plan keeps its advice and can be proposed again. */
    @Transactional(REQUIRED)
    public void declineSecond(DecisionId id, int version, String reasons) {
        Decision decision = lock(id);
        User user = access.require(Operation.SIGN_SECOND, decision.neighbourhood());
        Conflict.unlessSame(version, decision.version());
        FourEyes eyes = hands(decision).eyes();
        Capacity capacity = capacityToSign(user, decision, eyes);
        Map<FiscalYear, Long> toVoid =
                decision.declineSecond(user.id(), eyes.inPowerOf(capacity.absent()), reasons, clock.instant());
        audit.inPowerOf(capacity, () -> {
            voidAll(decision, toVoid);
            record("decline-second", decision, "");
        });
    }

    /** Who proposed it takes it back, as long as nobody signed it. */
    @Transactional(REQUIRED)
    public void takeBack(DecisionId id, int version, String reasons) {
        Decision decision = lock(id);
        User proposer = access.require(Operation.PROPOSE_DECISION, decision.neighbourhood());
        Conflict.unlessSame(version, decision.version());
        voidAll(decision, decision.takeBack(proposer.id(), reasons, clock.instant()));
        record("take-back", decision, "");
    }

    /**
     * What the council decided on a proposal to it. Adopted, its amendment counts at once: what it raised is booked, what it
     * allowed to be paid from another programme is remembered, and the team proposes the plan anew, for who may decide then.
     * Rejected, the proposal falls away and the plan keeps its advice.
     */
    @Transactional(REQUIRED)
    public void recordCouncil(DecisionId id, int version, CouncilDecision council) {
        Decision decision = lock(id);
        User user = access.require(Operation.RECORD_COUNCIL_DECISION, decision.neighbourhood());
        Conflict.unlessSame(version, decision.version());
        FourEyes eyes = hands(decision).eyes();
        Capacity capacity = capacityToRecord(user, decision, eyes);
        decision.recordCouncil(user.id(), eyes.inPowerOf(capacity.absent()), council, today(), clock.instant());
        if (council.adopted()) {
            bookRaises(decision, council);
        }
        record("record-council", decision, "adopted=" + council.adopted() + " on=" + council.on(), capacity);
    }

    /**
     * One decision of the council can be on several plans: with the proposal its number is that of one amendment. The program
     * books it, for no office may load an appropriation in this way: its rows name who recorded the decision as the one behind
     * it, and the row {@code decision.record-council} of the same transaction says in whose power.
     */
    private void bookRaises(Decision decision, CouncilDecision council) {
        MunicipalityCode municipality = decision.neighbourhood().municipality();
        for (Amendment amendment : decision.amendments()) {
            if (amendment.isRaise()) {
                currentUser.runAs(
                        User.system(municipality),
                        () -> appropriations.load(
                                municipality,
                                amendment.year(),
                                council.number() + " / " + decision.id(),
                                List.of(new AppropriationLine(amendment.to().taskField(), amendment.atMost(), true))));
            }
        }
    }

    /**
     * A plan that begins is decided on no more (it goes on from a decision, never back to one), nor is one that ended: what
     * waits lapses. Before others hear of it, who may go to the book: decisions are locked before it.
     */
    void whenPlanMoves(@Observes @Priority(Interceptor.Priority.APPLICATION) InitiativeMoved moved) {
        if (moved.to().isRunning()) {
            lapse(listUndecided(moved.initiative()), "decision.plan-started", "stage=" + moved.to());
        } else if (ENDED.contains(moved.to())) {
            lapse(listUndecided(moved.initiative()), "decision.plan-ended", "stage=" + moved.to());
        }
    }

    /** The plan ended: what was granted and not paid goes back. What waited to be paid has let its money go before. */
    void whenPlanEnds(@Observes InitiativeMoved moved) {
        if (!ENDED.contains(moved.to())) {
            return;
        }
        String reference = moved.initiative().reference();
        budgets.returnUnspent(
                reference + ":return:" + moved.to(),
                reference,
                moved.neighbourhood().municipality());
    }

    void whenLeftOverIsAsked(@Observes LeftOverAsked asked) {
        listFinal(asked.plan()).stream()
                .flatMap(grant -> grant.leftOver().stream())
                .reduce((older, newer) -> newer)
                .ifPresent(asked::answer);
    }

    /** The night sets free what was held too long, and tells so before it opens the book: no yes can be given without money. */
    void whenHeldTooLong(@Observes ReservationsExpiring expiring) {
        List<Decision> holding = new ArrayList<>();
        List<Long> held = expiring.reservations().stream()
                .map(ReservationId::value)
                .sorted()
                .toList();
        for (List<Long> part : Parts.of(held)) {
            holding.addAll(entityManager
                    .createQuery(
                            "select distinct d from Decision d join d.amounts a where a.reservation in :held"
                                    + " and d.state in :undecided order by d.id",
                            Decision.class)
                    .setParameter("held", part)
                    .setParameter("undecided", UNDECIDED)
                    .getResultList());
        }
        lapse(holding, "decision.held-too-long", "held too long");
    }

    /** All rows before the first goes to the book, always the oldest first: who signs or ends one waits for nobody who waits. */
    private void lapse(List<Decision> undecided, String reason, String details) {
        List<Decision> inOrder = undecided.stream()
                .distinct()
                .sorted(Comparator.comparing(Decision::id))
                .toList();
        inOrder.forEach(decision -> entityManager.refresh(decision, LockModeType.PESSIMISTIC_WRITE));
        for (Decision decision : inOrder) {
            // somebody may have decided while the row was locked
            if (UNDECIDED.contains(decision.state())) {
                voidAll(decision, decision.lapse(Messages.text(Messages.DUTCH, reason), clock.instant()));
                record("lapse", decision, details);
            }
        }
    }

    // ---- reading

    /** What is not decided yet, as far as the reader’s rights reach; what waits for the reader first, then the oldest. */
    public List<DecisionSummary> listWaiting() {
        User user = access.require(Operation.SEE_DECISIONS);
        return summaries(
                        user, listInReach(user, UNDECIDED, "d.proposedAt, d.id").getResultList())
                .stream()
                .sorted(Comparator.comparing(summary -> summary.findWaitsForMe().isEmpty()))
                .toList();
    }

    /**
     * What was decided, the newest first.
     *
     * @param from how many to pass over
     * @param most how many to give at most
     */
    public List<DecisionSummary> listDecided(int from, int most) {
        User user = access.require(Operation.SEE_DECISIONS);
        return summaries(
                user,
                listInReach(user, EnumSet.of(DecisionState.FINAL, DecisionState.REFUSED), "d.changedAt desc, d.id desc")
                        .setFirstResult(from)
                        .setMaxResults(Math.min(most, MOST_AT_ONCE))
                        .getResultList());
    }

    /** What there is to read first of all that was proposed on a plan. */
    public Optional<DecisionOnPlan> findFirstToRead(InitiativeId initiative) {
        access.require(Operation.SEE_DECISIONS);
        return DecisionOnPlan.firstToRead(listOf(initiative, EnumSet.allOf(DecisionState.class)).stream()
                .filter(decision -> access.may(Operation.SEE_DECISIONS, decision.neighbourhood()))
                .map(decision -> new DecisionOnPlan(new DecisionId(decision.id()), decision.state()))
                .toList());
    }

    /** What was granted of these plans, as far as the reader may see their money; in one query for many. */
    public Map<InitiativeId, PlanGrant> mapGrants(Collection<InitiativeId> plans) {
        access.require(Operation.SEE_BUDGETS);
        Map<InitiativeId, PlanGrant> granted = new HashMap<>();
        for (List<Long> some : Parts.of(plans.stream().map(InitiativeId::value).toList())) {
            for (Object[] row : entityManager
                    .createQuery(
                            "select d.initiative, d.neighbourhood, min(d.proposedAt), sum(y.amountCents)"
                                    + " from Decision d join d.amounts y where d.initiative in :plans and d.state = :granted"
                                    + " group by d.initiative, d.neighbourhood",
                            Object[].class)
                    .setParameter("plans", some)
                    .setParameter("granted", DecisionState.FINAL)
                    .getResultList()) {
                if (access.may(Operation.SEE_BUDGETS, new NeighbourhoodCode((String) row[1]))) {
                    granted.put(
                            new InitiativeId((Long) row[0]),
                            new PlanGrant(
                                    LocalDate.ofInstant((Instant) row[2], clock.getZone()),
                                    Money.ofCents(((Number) row[3]).longValue())));
                }
            }
        }
        return granted;
    }

    /** What was proposed last for a plan, where it ended without a decision and something else can be proposed. */
    public Optional<EndedProposal> findEndedProposal(InitiativeId initiative) {
        access.require(Operation.SEE_DECISIONS);
        return listOf(initiative, EnumSet.allOf(DecisionState.class)).stream()
                .max(Comparator.comparing(Decision::proposedAt).thenComparing(Decision.IN_TIME))
                .filter(newest -> access.may(Operation.SEE_DECISIONS, newest.neighbourhood()))
                .filter(newest -> newest.hasComeBack()
                        && OPEN_TO_PROPOSALS.contains(
                                initiatives.readDossier(initiative).stage()))
                .map(newest -> new EndedProposal(
                        new DecisionId(newest.id()),
                        newest.endedBecause().orElse(""),
                        newest.state() == DecisionState.COUNCIL_ADOPTED));
    }

    /** The room of plans asks with whom their proposals lie. */
    void whenProposalsAreAsked(@Observes ProposalsAsked asked) {
        for (List<Long> part :
                Parts.of(asked.plans().stream().map(InitiativeId::value).toList())) {
            entityManager
                    .createQuery(
                            "select d from Decision d where d.initiative in :plans order by d.proposedAt, d.id",
                            Decision.class)
                    .setParameter("plans", part)
                    .getResultStream()
                    .forEach(decision -> asked.answer(initiativeOf(decision), standing(decision.state())));
        }
    }

    private static ProposalStanding standing(DecisionState newest) {
        return UNDECIDED.contains(newest) ? ProposalStanding.WAITS : ProposalStanding.CAME_BACK;
    }

    /** What is proposed for a plan and not decided yet: as long as it is there, nothing else is proposed. */
    public Optional<DecisionId> findOpen(InitiativeId initiative) {
        access.require(Operation.SEE_DECISIONS);
        return listUndecided(initiative).stream()
                .filter(decision ->
                        decision.state().isOpen() && access.may(Operation.SEE_DECISIONS, decision.neighbourhood()))
                .findFirst()
                .map(decision -> new DecisionId(decision.id()));
    }

    public DecisionPage read(DecisionId id) {
        Decision decision = entityManager.find(Decision.class, id.value());
        if (decision == null) {
            throw new NotFound();
        }
        User user = access.require(Operation.SEE_DECISIONS, decision.neighbourhood());
        InitiativeDossier plan = initiatives.readDossier(initiativeOf(decision));
        Hands hands = hands(decision);
        MandateAnswer mandate = mandateOf(
                        decision, mandates.tableOf(plan.neighbourhood().municipality()), authorisedIn(decision))
                .asking(decision.amendments());
        BeganWith beganWith = Optional.ofNullable(plan.suggestion())
                .map(suggestions::readBeganWith)
                .orElse(null);
        boolean coverKnown = decision.isBorne() || budgets.seesHouseholds(plan.neighbourhood());
        boolean coverShown = !coverKnown || budgets.showsCover(plan.id().reference(), plan.neighbourhood());
        Act act = askedOf(user, decision, mandate).orElseGet(() -> mayTakeBack(user, decision) ? Act.TAKE_BACK : null);
        Capacity capacity = capacityFor(act, user, decision, mandate, hands.eyes());
        String whyNot = act == null || act == Act.TAKE_BACK
                ? null
                : hands.inPowerOf(capacity).eyes().whyNot(user.id()).orElse(null);
        LocalDate proposedOn = LocalDate.ofInstant(decision.proposedAt(), clock.getZone());
        FirstYear firstYear = firstYear(plan, proposedOn, List.of());
        return new DecisionPage(
                id,
                decision.version(),
                decision.state(),
                plan,
                AskedAmount.of(plan.yearlyCost(), plan.startUp(), beganWith == null ? 0 : beganWith.startUpYears()),
                decision.households(),
                decision.total(),
                decision.grantedBefore(),
                decision.isPartly(),
                decision.proposesRefusal(),
                decision.amounts(),
                mandate,
                coverKnown && coverShown ? decision.cover() : List.of(),
                coverShown,
                firstYear,
                decision.proposesRefusal()
                        ? List.of()
                        : yearsAhead(
                                plan,
                                proposedOn,
                                decision.amounts(),
                                decision.ofMunicipality(),
                                decision.state() == DecisionState.COUNCIL_PROPOSAL ? decision.proposedAt() : null,
                                firstYear),
                beganWith,
                hands.assessment(),
                access.may(Operation.SEE_ASSESSMENTS, plan.neighbourhood()),
                decision.state().isDecided() && access.may(Operation.TAKE_DECISION_FILE, plan.neighbourhood()),
                hands.readiness(),
                decision.signatures(),
                decision.conditions().orElse(null),
                decision.leftOver().orElse(null),
                decision.collegeResolution().orElse(null),
                decision.isLegalGroundConfirmed(),
                decision.ground().orElse(null),
                decision.reasons().orElse(null),
                decision.proposedReasons().orElse(null),
                decision.endedBecause().orElse(null),
                decision.council().orElse(null),
                decision.replaces().orElse(null),
                act,
                act != null && decision.isFinalAfter(act, mandate),
                whyNot,
                capacity.findLent().map(Office::of).orElse(null),
                interests.listOf(plan.id()).contains(user.id()));
    }

    /** The proposal to the council as a document (PDF/A, tagged), as long as it waits and after the council decided. */
    @Transactional(REQUIRED)
    public byte[] writeCouncilDocument(DecisionId id) {
        Decision decision = entityManager.find(Decision.class, id.value());
        if (decision == null) {
            throw new NotFound();
        }
        access.require(Operation.SEE_DECISIONS, decision.neighbourhood());
        if (!decision.isForCouncil()) {
            throw new Refusal("decision.error.not-for-council");
        }
        InitiativeDossier plan = initiatives.readDossier(initiativeOf(decision));
        AssessmentView assessment = assessments.readForDecision(plan.id()).assessment();
        BeganWith beganWith = Optional.ofNullable(plan.suggestion())
                .map(suggestions::readBeganWith)
                .orElse(null);
        byte[] document = CouncilDocument.write(new CouncilProposal(
                id,
                LocalDate.ofInstant(decision.proposedAt(), clock.getZone()),
                plan,
                neighbourhoods
                        .find(plan.neighbourhood())
                        .map(NeighbourhoodSummary::name)
                        .orElseGet(() -> plan.neighbourhood().value()),
                decision.households(),
                AskedAmount.of(plan.yearlyCost(), plan.startUp(), 0),
                decision.total(),
                decision.contributed(),
                decision.amounts(),
                decision.amendments(),
                decision.leftOver().orElse(LeftOver.NEIGHBOURHOOD),
                decision.why(),
                assessment.advice(),
                assessment.hasBlockingObjection() || assessment.hasOverdueObjection(),
                beganWith == null ? null : beganWith.compared(),
                yearsAhead(
                        plan,
                        LocalDate.ofInstant(decision.proposedAt(), clock.getZone()),
                        decision.amounts(),
                        decision.ofMunicipality(),
                        decision.proposedAt(),
                        null)));
        record("council-document", decision, "");
        return document;
    }

    // ----

    /**
     * What a decision does to this year and the next ones.
     *
     * @param amounts what is new with it
     * @param ofMunicipality the same without what others bear of it
     * @param apart since when the decisions on the plan do not count: what is new stands apart, and what was proposed anew after
     *     it is the same money; null where the decisions count what is new themselves
     * @param firstYear forecast of the reader; none where there is no reader in particular
     */
    private List<YearAhead> yearsAhead(
            InitiativeDossier plan,
            LocalDate proposedOn,
            List<YearAmount> amounts,
            List<YearAmount> ofMunicipality,
            @Nullable Instant apart,
            @Nullable FirstYear firstYear) {
        MunicipalityCode municipality = plan.neighbourhood().municipality();
        Map<FiscalYear, Money> ofPlan = sumByYear(
                "y.amountCents", "y.decision.initiative = :of", plan.id().value(), plan.id(), apart);
        Map<FiscalYear, Money> promised = sumByYear(
                "y.amountCents - y.contributedCents",
                "y.decision.neighbourhood like :of",
                municipality.neighbourhoodPattern(),
                plan.id(),
                apart);
        return YearsAhead.of(today(), amounts).stream()
                .map(year -> new YearAhead(
                        year,
                        YearsAhead.with(ofPlan, apart == null ? List.of() : amounts, year),
                        YearsAhead.goingOn(year, plan.costsFrom(proposedOn), plan.startUp(), plan.yearlyCost()),
                        firstYear == null ? null : YearsAhead.expectedRelease(year, firstYear),
                        firstYear == null ? null : YearsAhead.expectedUntil(year, firstYear),
                        adoptedForInitiatives(municipality, year),
                        YearsAhead.with(promised, apart == null ? List.of() : ofMunicipality, year)))
                .toList();
    }

    /**
     * Of what is held or granted.
     *
     * @param apart since when the decisions on the plan are left out; null where none is
     */
    private Map<FiscalYear, Money> sumByYear(
            String amount, String which, Object of, InitiativeId plan, @Nullable Instant apart) {
        TypedQuery<Object[]> query = entityManager
                .createQuery(
                        "select y.fiscalYear, sum(" + amount + ") from DecisionYear y where " + which
                                + " and y.decision.state in :states"
                                + (apart == null
                                        ? ""
                                        : " and (y.decision.initiative <> :plan or y.decision.proposedAt < :apart)")
                                + " group by y.fiscalYear",
                        Object[].class)
                .setParameter("of", of)
                .setParameter("states", PROMISED);
        if (apart != null) {
            query.setParameter("plan", plan.value()).setParameter("apart", apart);
        }
        return query.getResultStream()
                .collect(Collectors.toMap(
                        row -> new FiscalYear(((Number) row[0]).intValue()),
                        row -> Money.ofCents(((Number) row[1]).longValue())));
    }

    private @Nullable Money adoptedForInitiatives(MunicipalityCode municipality, FiscalYear year) {
        List<TransferSummary> adopted = ledger.listTransfers(municipality, year, Reason.COUNCIL_ADOPTED).stream()
                .filter(TransferSummary::stands)
                .toList();
        return adopted.isEmpty()
                ? null
                : Money.sum(adopted.stream()
                        .filter(transfer -> Appropriations.isForInitiatives(transfer.to()))
                        .map(TransferSummary::amount)
                        .toList());
    }

    /** @param proposed what would be held for the plan on top of what is */
    private FirstYear firstYear(InitiativeDossier plan, LocalDate proposedOn, List<Cover> proposed) {
        LocalDate firstDay = plan.costsFrom(proposedOn);
        YearMonth first = YearMonth.from(firstDay);
        LikelyRelease likely = findLikely(plan).orElse(null);
        MonthlyCover months = budgets.readMonthlyCover(
                plan.id().reference(),
                plan.neighbourhood(),
                first,
                plan.startUp(),
                plan.yearlyCost(),
                likely == null
                        ? null
                        : new MonthlyCover.Release(first.plusMonths(likely.monthsLate()), likely.aYear(), false),
                proposed);
        FiscalYear year = FiscalYear.of(firstDay);
        List<PreFinancingSummary> bearing = new ArrayList<>(preFinancings.list(plan.neighbourhood(), year));
        bearing.addAll(preFinancings.list(plan.neighbourhood(), year.next()));
        return new FirstYear(months, months.basis() == MonthlyCover.Basis.SUGGESTION ? likely : null, bearing);
    }

    /** Once a plan is granted, what comes free is known household by household: the suggestion says nothing any more. */
    private Optional<LikelyRelease> findLikely(InitiativeDossier plan) {
        SuggestionId suggestion = plan.suggestion();
        return suggestion == null || plan.stage().isDecided() || !access.may(Operation.SEE_IDEAS, plan.neighbourhood())
                ? Optional.empty()
                : suggestions.findLikelyRelease(suggestion);
    }

    private Preparation prepare(InitiativeDossier plan, List<Decision> grants, List<YearAmount> amounts) {
        Money before = grantedBy(grants);
        List<Cover> covers = new ArrayList<>();
        for (YearAmount amount : amounts) {
            covers.add(
                    budgets.prepareCover(plan.id().reference(), plan.neighbourhood(), amount.year(), amount.amount()));
        }
        MandateAnswer answer = amounts.isEmpty()
                ? new MandateAnswer(Decider.COLLEGE, null, MandateAnswer.Why.NO_RULE)
                : answer(question(plan, before, amounts, covers));
        // for a proposal to the council nothing is held
        List<Cover> held = answer.decider() == Decider.COUNCIL ? List.of() : covers;
        return new Preparation(
                requested(plan),
                before,
                DecisionLetter.conditions(grants),
                leftOverOf(plan.id()),
                amounts,
                covers,
                answer,
                findAdvice(plan).orElse(null),
                firstYear(plan, today(), held));
    }

    /** By the newest that was granted, or adopted by the council. */
    private LeftOver leftOverOf(InitiativeId initiative) {
        return listOf(initiative, EnumSet.of(DecisionState.FINAL, DecisionState.COUNCIL_ADOPTED)).stream()
                .flatMap(decision -> decision.leftOver().stream())
                .reduce((older, newer) -> newer)
                .orElse(LeftOver.NEIGHBOURHOOD);
    }

    /** What the council adopted since the last grant binds who carries it out. */
    private Optional<LeftOver> leftOverOfCouncil(InitiativeId initiative) {
        return listOf(initiative, EnumSet.of(DecisionState.FINAL, DecisionState.COUNCIL_ADOPTED)).stream()
                .reduce((older, newer) -> newer)
                .filter(newest -> newest.state() == DecisionState.COUNCIL_ADOPTED)
                .flatMap(Decision::leftOver);
    }

    private Optional<Advice> findAdvice(InitiativeDossier plan) {
        return OPEN_TO_PROPOSALS.contains(plan.stage())
                ? assessments.readForDecision(plan.id()).assessment().findAdvice()
                : Optional.empty();
    }

    private MandateQuestion question(
            InitiativeDossier plan, Money before, List<YearAmount> amounts, List<Cover> covers) {
        Money fresh = Money.sum(amounts.stream().map(YearAmount::amount).toList());
        return new MandateQuestion(
                before.plus(fresh),
                covers.stream()
                        .flatMap(cover -> cover.lines().stream())
                        // what others gave is paid from no task field of the council
                        .filter(line -> line.kind() != CoverKind.CONTRIBUTION)
                        .map(CoverLine::taskField)
                        .collect(Collectors.toSet()),
                amounts.size(),
                plan.neighbourhood(),
                plan.householdsNeeded(),
                today(),
                borderOf(authorisations.budgetOf(plan.neighbourhood().municipality()), plan.id())
                        .amendments(covers));
    }

    private CouncilBorder borderOf(AuthorisedBudget authorised, InitiativeId initiative) {
        return new CouncilBorder(authorised, () -> leaveOf(initiative), today());
    }

    /** What the council adopted for the plan, less what was granted of it since. */
    private CouncilLeave leaveOf(InitiativeId initiative) {
        List<Decision> adopted = listOf(initiative, EnumSet.of(DecisionState.COUNCIL_ADOPTED));
        if (adopted.isEmpty()) {
            return CouncilLeave.NONE;
        }
        Decision first = adopted.get(0);
        return new CouncilLeave(
                adopted.stream().flatMap(one -> one.amendments().stream()).toList(),
                listFinal(initiative).stream()
                        .filter(grant -> Decision.IN_TIME.compare(grant, first) > 0)
                        .flatMap(grant -> grant.cover().stream())
                        .toList());
    }

    private MandateQuestion questionOf(Decision decision) {
        return questionOf(decision, authorisedIn(decision));
    }

    private MandateQuestion questionOf(Decision decision, AuthorisedBudget authorised) {
        if (authorised.isOneWholeFrom(today(), decision.taskFields(), PooledBudgets.INITIATIVES_TASK_FIELD)) {
            // a list asks this of each decision: nothing more of it needs to be read
            return decision.questionOn(today(), List.of());
        }
        return decision.questionOn(
                today(), borderOf(authorised, initiativeOf(decision)).amendments(decision.amounts(), decision.cover()));
    }

    private AuthorisedBudget authorisedIn(Decision decision) {
        return authorisations.budgetOf(decision.neighbourhood().municipality());
    }

    private static List<YearAmount> remainder(InitiativeDossier plan, Money before, LocalDate today) {
        Money left = requested(plan).minus(before);
        return left.isPositive() ? List.of(new YearAmount(FiscalYear.of(plan.costsFrom(today)), left)) : List.of();
    }

    private static Money requested(InitiativeDossier plan) {
        return AskedAmount.of(plan.yearlyCost(), plan.startUp(), 0).total();
    }

    private Decision.Subject subject(InitiativeDossier plan, Money before, Money total) {
        Long replaces = listFinal(plan.id()).stream()
                .map(Decision::id)
                .reduce((older, newer) -> newer)
                .orElse(null);
        return new Decision.Subject(plan.id().value(), plan.planVersion(), requested(plan), total, before, replaces);
    }

    private static Money grantedBy(List<Decision> grants) {
        return Money.sum(grants.stream().map(Decision::fresh).toList());
    }

    private InitiativeDossier readForProposal(InitiativeId initiative, int version) {
        // who ends the plan meanwhile waits, and finds the proposal; who ended it first is seen
        initiatives.hold(initiative);
        InitiativeDossier plan = initiatives.readDossier(initiative);
        User proposer = access.require(Operation.PROPOSE_DECISION, plan.neighbourhood());
        FourEyes.requireOutsider(proposer.id(), plan.initiator(), plan.paidMembers(), interests.listOf(initiative));
        Conflict.unlessSame(version, plan.version());
        AssessmentView assessment = assessments.readForDecision(initiative).assessment();
        if (!OPEN_TO_PROPOSALS.contains(plan.stage())
                || assessment.state() != AssessmentState.ADVISED
                || assessment.planVersion() != plan.planVersion()) {
            throw new Refusal("decision.error.not-advised");
        }
        for (Decision undecided : listUndecided(initiative)) {
            if (undecided.state() != DecisionState.COUNCIL_PROPOSAL) {
                throw new Refusal("decision.error.proposed-already");
            }
            // the council may have decided since: the new proposal takes its place
            undecided.lapse(Messages.text(Messages.DUTCH, "decision.proposed-again"), clock.instant());
            record("lapse", undecided, "");
        }
        return plan;
    }

    private void add(Decision decision) {
        entityManager.persist(decision);
        try {
            entityManager.flush();
        } catch (PersistenceException twoAtOnce) {
            throw new Refusal("decision.error.proposed-already");
        }
    }

    /**
     * The plan first, as who changes the plan comes from there, and then the decision. Both stay locked until the end of the
     * transaction; what is read is what the other one left.
     */
    private Decision lock(DecisionId id) {
        entityManager
                .createQuery("select d.initiative from Decision d where d.id = :id", Long.class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst()
                .map(InitiativeId::new)
                .ifPresent(initiatives::hold);
        Decision decision = entityManager.find(Decision.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (decision == null) {
            throw new NotFound();
        }
        return decision;
    }

    private void grantIfFinal(Decision decision, Map<FiscalYear, Long> toPost) {
        toPost.forEach((year, group) -> budgets.post(new ReservationGroupId(group), key(decision, year) + ":post"));
        if (decision.state() != DecisionState.FINAL) {
            return;
        }
        InitiativeId initiative = initiativeOf(decision);
        if (decision.isPartly()) {
            initiatives.grantPartly(initiative, decision.id(), decision.total());
        } else {
            initiatives.grant(initiative, decision.id(), decision.total());
        }
    }

    private void voidAll(Decision decision, Map<FiscalYear, Long> toVoid) {
        toVoid.forEach(
                (year, group) -> budgets.voidReservation(new ReservationGroupId(group), key(decision, year) + ":void"));
    }

    private static String key(Decision decision, FiscalYear year) {
        return "decision:" + decision.id() + ":" + year;
    }

    private MandateAnswer answer(MandateQuestion question) {
        return MandateAnswer.to(
                question, mandates.tableOf(question.neighbourhood().municipality()));
    }

    /** @param table every line of the municipality, those of before included */
    private MandateAnswer mandateOf(Decision decision, List<MandateLine> table, AuthorisedBudget authorised) {
        if (decision.state() == DecisionState.PROPOSED) {
            return MandateAnswer.to(questionOf(decision, authorised), table);
        }
        return decision.answer(decision.mandate()
                .flatMap(id ->
                        table.stream().filter(line -> line.id().equals(id)).findFirst()));
    }

    private record Hands(FourEyes eyes, Readiness readiness, AssessmentView assessment) {
        Hands inPowerOf(Capacity capacity) {
            return new Hands(eyes.inPowerOf(capacity.absent()), readiness, assessment);
        }
    }

    private static Capacity capacityToDecide(User user, Decision decision, MandateAnswer answer, FourEyes eyes) {
        return user.capacityFor(
                Operation.DECIDE, decision.neighbourhood(), answer.decider()::isAmong, eyes::hasNoHandOf);
    }

    private static Capacity capacityToSign(User user, Decision decision, FourEyes eyes) {
        return user.capacityFor(Operation.SIGN_SECOND, decision.neighbourhood(), eyes::hasNoHandOf);
    }

    private static Capacity capacityToRecord(User user, Decision decision, FourEyes eyes) {
        return user.capacityFor(Operation.RECORD_COUNCIL_DECISION, decision.neighbourhood(), eyes::hasNoHandOf);
    }

    /** In whose power the reader would do what is asked. */
    private static Capacity capacityFor(
            @Nullable Act act, User user, Decision decision, MandateAnswer answer, FourEyes eyes) {
        if (act == null) {
            return user.ownCapacity();
        }
        return switch (act) {
            case DECIDE -> capacityToDecide(user, decision, answer, eyes);
            case SIGN_SECOND -> capacityToSign(user, decision, eyes);
            case RECORD_COUNCIL -> capacityToRecord(user, decision, eyes);
            case AGREE, TAKE_BACK -> user.ownCapacity();
        };
    }

    private Hands hands(Decision decision) {
        InitiativeDossier plan = initiatives.readDossier(initiativeOf(decision));
        AssessmentForDecision judged = assessments.readForDecision(initiativeOf(decision));
        AssessmentView assessment = judged.assessment();
        FourEyes eyes = new FourEyes(
                decision.proposer(),
                plan.initiator(),
                judged.assessors(),
                plan.paidMembers(),
                interests.listOf(plan.id()),
                decision.signed(),
                null);
        Readiness readiness = new Readiness(
                assessment.openGates().stream()
                        .map(Gate::text)
                        .map(text -> text.article())
                        .toList(),
                assessment.hasBlockingObjection(),
                assessment.hasOverdueObjection(),
                plan.enoughPledged(),
                eyes.hasInterestedHand());
        return new Hands(eyes, readiness, assessment);
    }

    /** What the reader is asked to do. */
    private Optional<Act> askedOf(User user, Decision decision, MandateAnswer mandate) {
        return switch (decision.state()) {
            case PROPOSED -> {
                if (access.may(Operation.PROPOSE_DECISION, decision.neighbourhood())
                        && mandate.decider() == Decider.TEAM
                        && !decision.proposesRefusal()
                        && !decision.proposer().equals(user.id())) {
                    yield Optional.of(Act.AGREE);
                }
                if (access.may(Operation.DECIDE, decision.neighbourhood())
                        && mandate.decider()
                                .isAmong(user.capacityFor(
                                                Operation.DECIDE,
                                                decision.neighbourhood(),
                                                mandate.decider()::isAmong,
                                                anybody -> true)
                                        .roles())) {
                    yield Optional.of(Act.DECIDE);
                }
                yield Optional.empty();
            }
            case DECIDED ->
                access.may(Operation.SIGN_SECOND, decision.neighbourhood())
                        ? Optional.of(Act.SIGN_SECOND)
                        : Optional.empty();
            case COUNCIL_PROPOSAL ->
                access.may(Operation.RECORD_COUNCIL_DECISION, decision.neighbourhood())
                        ? Optional.of(Act.RECORD_COUNCIL)
                        : Optional.empty();
            case COUNCIL_ADOPTED, FINAL, REFUSED, VOIDED -> Optional.empty();
        };
    }

    private boolean mayTakeBack(User user, Decision decision) {
        return access.may(Operation.PROPOSE_DECISION, decision.neighbourhood()) && decision.mayTakeBack(user.id());
    }

    /** As far as the reader’s rights reach: asked of the database, so that no row is lost to those of others. */
    private TypedQuery<Decision> listInReach(User user, Set<DecisionState> states, String order) {
        boolean everywhere = access.mayEverywhere(Operation.SEE_DECISIONS);
        // a list may not be empty; this is no neighbourhood
        List<String> own = Stream.concat(
                        Stream.of(""),
                        access.listOwn(Operation.SEE_DECISIONS).stream().map(NeighbourhoodCode::value))
                .toList();
        TypedQuery<Decision> query = entityManager
                .createQuery(
                        "select d from Decision d where d.state in :states and d.neighbourhood like :municipality"
                                + (everywhere ? "" : " and d.neighbourhood in :neighbourhoods") + " order by "
                                + order,
                        Decision.class)
                .setParameter("states", states)
                .setParameter("municipality", user.municipality().neighbourhoodPattern());
        return everywhere ? query : query.setParameter("neighbourhoods", own);
    }

    private List<DecisionSummary> summaries(User user, List<Decision> found) {
        Map<InitiativeId, PlanInBrief> plans = initiatives.listInBrief(
                found.stream().map(Decisions::initiativeOf).toList());
        List<MandateLine> table = mandates.tableOf(user.municipality());
        AuthorisedBudget authorised = authorisations.budgetOf(user.municipality());
        Set<InitiativeId> mine = interests.listMine();
        return found.stream()
                .flatMap(decision -> Optional.ofNullable(plans.get(initiativeOf(decision)))
                        .map(plan -> summary(
                                user, decision, plan, mandateOf(decision, table, authorised), mine.contains(plan.id())))
                        .stream())
                .toList();
    }

    private DecisionSummary summary(
            User user, Decision decision, PlanInBrief plan, MandateAnswer mandate, boolean interested) {
        return new DecisionSummary(
                new DecisionId(decision.id()),
                plan.id(),
                plan.title(),
                decision.neighbourhood(),
                decision.total(),
                decision.proposesRefusal(),
                decision.state(),
                decision.turn(mandate).orElse(null),
                decision.proposedAt(),
                askedOf(user, decision, mandate)
                        // that waits for the council itself, and what somebody has an interest in for a colleague
                        .filter(act -> act != Act.RECORD_COUNCIL && !interested)
                        .orElse(null));
    }

    private List<Decision> listUndecided(InitiativeId initiative) {
        return listOf(initiative, UNDECIDED);
    }

    private List<Decision> listFinal(InitiativeId initiative) {
        return listOf(initiative, EnumSet.of(DecisionState.FINAL));
    }

    /** In the order in which they came to that state. */
    private List<Decision> listOf(InitiativeId initiative, Set<DecisionState> states) {
        return entityManager
                .createQuery(
                        "select d from Decision d where d.initiative = :initiative and d.state in :states",
                        Decision.class)
                .setParameter("initiative", initiative.value())
                .setParameter("states", states)
                .getResultStream()
                .sorted(Decision.IN_TIME)
                .toList();
    }

    private void record(String deed, Decision decision, String details) {
        record(deed, decision, details, Capacity.OWN);
    }

    private void record(String deed, Decision decision, String details, Capacity capacity) {
        audit.inPowerOf(
                capacity,
                () -> audit.record(
                        "decision." + deed,
                        "decision",
                        Long.toString(decision.id()),
                        ("initiative=" + decision.initiative() + " " + details).strip()));
    }

    static InitiativeId initiativeOf(Decision decision) {
        return new InitiativeId(decision.initiative());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
