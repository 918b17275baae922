package nl.buurtbundel.assessment;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.Capacity;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.access.User;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.catalogue.Catalogue;
import nl.buurtbundel.foundation.Conflict;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.foundation.WithoutAccessCheck;
import nl.buurtbundel.initiative.InitiativeDossier;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.InitiativePage;
import nl.buurtbundel.initiative.InitiativeSummary;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.initiative.Stage;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/** Assessing plans: the reverse test, the legal gates, “not allowed” and its answer, and the advice. */
@ApplicationScoped
@Transactional(SUPPORTS)
public class Assessments {
    private static final Set<Stage> WORK = EnumSet.of(
            Stage.SUBMITTED,
            Stage.IN_ASSESSMENT,
            Stage.RETURNED,
            Stage.ADVISED,
            Stage.GRANTED,
            Stage.PARTLY_GRANTED,
            Stage.TRIAL);
    private static final Set<Stage> OPEN_TO_OBJECTIONS =
            EnumSet.of(Stage.OPEN, Stage.SUBMITTED, Stage.IN_ASSESSMENT, Stage.RETURNED, Stage.ADVISED);

    @PersistenceContext
    private EntityManager entityManager;

    private final Initiatives initiatives;
    private final Catalogue catalogue;
    private final Interests interests;
    private final Access access;
    private final AuditLog audit;
    private final Event<ObjectionRaised> objectionRaised;
    private final Event<CapacityShort> capacityShort;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected Assessments() {
        this(null, null, null, null, null, null, null, null);
    }

    @Inject
    Assessments(
            Initiatives initiatives,
            Catalogue catalogue,
            Interests interests,
            Access access,
            AuditLog audit,
            Event<ObjectionRaised> objectionRaised,
            Event<CapacityShort> capacityShort,
            Clock clock) {
        this.initiatives = initiatives;
        this.catalogue = catalogue;
        this.interests = interests;
        this.access = access;
        this.audit = audit;
        this.objectionRaised = objectionRaised;
        this.capacityShort = capacityShort;
        this.clock = clock;
    }

    /**
     * Begins with a plan that was submitted, or goes on with one that came back. The legal gates are those of its alternative
     * in the catalogue of today.
     *
     * @param initiativeVersion the version of the initiative that the user saw
     */
    @Transactional(REQUIRED)
    public AssessmentId open(InitiativeId initiative, int initiativeVersion) {
        InitiativeDossier dossier = initiatives.readDossier(initiative);
        User worker = access.require(Operation.ASSESS, dossier.neighbourhood());
        requireNoInterest(worker, initiative);
        if (dossier.stage() == Stage.SUBMITTED) {
            initiatives.takeIntoAssessment(initiative, initiativeVersion);
        } else if (dossier.stage() == Stage.IN_ASSESSMENT) {
            Conflict.unlessSame(initiativeVersion, dossier.version());
        } else {
            throw new Refusal("assessment.error.not-to-be-assessed");
        }
        Assessment assessment = listOf(initiative).stream()
                .filter(known -> known.planVersion() == dossier.planVersion())
                .findFirst()
                .orElse(null);
        if (assessment == null) {
            assessment = new Assessment(
                    initiative.value(),
                    dossier.planVersion(),
                    dossier.neighbourhood(),
                    gates(dossier),
                    worker.id(),
                    dossier.interested(),
                    today(),
                    clock.instant());
            entityManager.persist(assessment);
        } else if (assessment.state() == AssessmentState.RETURNED) {
            assessment.reopen(worker.id(), dossier.interested(), clock.instant());
        } else {
            return new AssessmentId(assessment.id());
        }
        record("open", assessment, "planVersion=" + dossier.planVersion());
        return new AssessmentId(assessment.id());
    }

    @Transactional(REQUIRED)
    public void answer(AssessmentId id, int version, Answer answer) {
        Assessment assessment = read(id, version);
        User worker = requireAssessor(assessment);
        assessment.answer(answer, worker.id(), clock.instant());
        record("answer", assessment, "question=" + answer.question() + " holds=" + answer.holds());
    }

    /** @param place the number of the gate on the checklist, from 0 */
    @Transactional(REQUIRED)
    public void checkGate(AssessmentId id, int version, int place, GateCheck result) {
        Assessment assessment = read(id, version);
        User worker = requireAssessor(assessment);
        assessment.checkGate(place, result, worker.id(), today(), clock.instant());
        record("check-gate", assessment, "gate=" + place + " result=" + result.state());
    }

    @Transactional(REQUIRED)
    public void returnWithQuestions(AssessmentId id, int version, String questions) {
        Assessment assessment = read(id, version);
        requireAssessor(assessment);
        String words = PlainWords.require(questions, "assessment.error.questions-missing");
        assessment.giveBack(clock.instant());
        InitiativeDossier dossier = initiatives.readDossier(initiativeOf(assessment));
        initiatives.returnWithQuestions(dossier.id(), dossier.version(), words);
        record("return", assessment, "");
    }

    @Transactional(REQUIRED)
    public void advise(AssessmentId id, int version, Advice advice) {
        Assessment assessment = read(id, version);
        User worker = requireAssessor(assessment);
        assessment.advise(advice, objectionsOf(initiativeOf(assessment)), worker.id(), today(), clock.instant());
        InitiativeDossier dossier = initiatives.readDossier(initiativeOf(assessment));
        initiatives.advise(dossier.id(), dossier.version());
        record("advise", assessment, "kind=" + advice.kind());
    }

    // ---- “not allowed”

    @Transactional(REQUIRED)
    public ObjectionId object(InitiativeId initiative, NewObjection said) {
        InitiativeDossier dossier = initiatives.readDossier(initiative);
        User user = access.require(Operation.OBJECT, dossier.neighbourhood());
        requireUndecided(dossier);
        Capacity capacity = user.capacityFor(Operation.OBJECT, dossier.neighbourhood());
        Role office = officeOf(capacity.roles());
        Objection objection =
                new Objection(initiative.value(), dossier.neighbourhood(), said, office, user.id(), today());
        entityManager.persist(objection);
        ObjectionId id = new ObjectionId(objection.id());
        audit.inPowerOf(
                capacity,
                () -> audit.record(
                        "assessment.object",
                        "objection",
                        Long.toString(objection.id()),
                        "initiative=" + initiative.value() + " kind=" + said.kind() + " article="
                                + (said.article() != null)));
        objectionRaised.fire(
                new ObjectionRaised(id, initiative, dossier.neighbourhood(), said.kind(), said.article(), today()));
        return id;
    }

    /**
     * The user’s office is too busy for this plan. It holds nothing up and moves no date. Said again by the same office on the
     * same day it changes nothing.
     */
    @Transactional(REQUIRED)
    public void sayTooBusy(InitiativeId initiative) {
        InitiativeDossier dossier = initiatives.readDossier(initiative);
        User user = access.require(Operation.OBJECT, dossier.neighbourhood());
        requireUndecided(dossier);
        Capacity capacity = user.capacityFor(Operation.OBJECT, dossier.neighbourhood());
        CapacityShort said =
                new CapacityShort(initiative, dossier.neighbourhood(), officeOf(capacity.roles()), today());
        if (tooBusyFor(initiative).contains(said)) {
            return;
        }
        entityManager.persist(new SaidTooBusy(said));
        audit.inPowerOf(capacity, () -> audit.record("assessment.say-too-busy", "initiative", initiative.value()));
        capacityShort.fire(said);
    }

    /** Anybody who may object can look the article up; the office that said “not allowed” is asked to. */
    @Transactional(REQUIRED)
    public void nameArticle(ObjectionId id, int version, ArticleReference article) {
        Objection objection = readObjection(id);
        User user = access.require(Operation.OBJECT, objection.neighbourhood());
        Conflict.unlessSame(version, objection.version());
        objection.nameArticle(article);
        audit.inPowerOf(
                user.capacityFor(Operation.OBJECT, objection.neighbourhood()),
                () -> audit.record(
                        "assessment.name-article",
                        "objection",
                        Long.toString(id.value()),
                        "initiative=" + objection.initiative()));
    }

    /** @param article null for the one that was named; see what an objection can be answered without */
    @Transactional(REQUIRED)
    public void answerObjection(
            ObjectionId id, int version, ObjectionOutcome outcome, @Nullable ArticleReference article, String words) {
        Objection objection = readObjection(id);
        User worker = requireNoParty(objection.neighbourhood(), new InitiativeId(objection.initiative()));
        Conflict.unlessSame(version, objection.version());
        objection.answer(outcome, article, words, planVersionOf(objection), worker.id(), today());
        audit.record(
                "assessment.answer-objection",
                "objection",
                Long.toString(id.value()),
                "initiative=" + objection.initiative() + " outcome=" + outcome);
    }

    /**
     * Who has the power to does not follow the rule here: that answers the objection by it, and no other.
     *
     * @throws Refusal when it holds nothing up, and for who has an interest in the plan
     */
    @Transactional(MANDATORY)
    @WithoutAccessCheck("called inside the transaction that breaks through, which has checked")
    public void deviate(ObjectionId id, InitiativeId plan, Deviation deviation, String why, User by) {
        Objection objection = readObjection(id);
        if (objection.initiative() != plan.value()) {
            throw new NotFound();
        }
        requireDisinterested(by, plan);
        objection.deviate(deviation, why, planVersionOf(objection), by.id(), today());
        audit.record(
                "assessment.deviate-objection",
                "objection",
                Long.toString(id.value()),
                "initiative=" + plan.value() + " until=" + deviation.until());
    }

    // ---- reading

    /**
     * What waits for the teams, as far as the user’s neighbourhoods reach: plans to assess, granted plans to begin, and trials
     * that have lasted as long as was promised.
     */
    public List<QueueItem> listQueue() {
        access.require(Operation.SEE_ASSESSMENTS);
        LocalDate today = today();
        List<InitiativeSummary> plans = initiatives.listByStage(WORK).stream()
                .filter(plan -> plan.stage() != Stage.TRIAL || isDue(plan, today))
                .filter(plan -> access.may(Operation.SEE_ASSESSMENTS, plan.neighbourhood()))
                .toList();
        Set<Long> ids = plans.stream().map(plan -> plan.id().value()).collect(Collectors.toSet());
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, Assessment> newest = new HashMap<>();
        entityManager
                .createQuery(
                        "select a from Assessment a where a.initiative in :ids order by a.planVersion",
                        Assessment.class)
                .setParameter("ids", ids)
                .getResultStream()
                .forEach(assessment -> newest.put(assessment.initiative(), assessment));
        Map<Long, Integer> planVersions =
                plans.stream().collect(Collectors.toMap(plan -> plan.id().value(), InitiativeSummary::planVersion));
        Map<Long, Long> blocking = entityManager
                .createQuery(
                        "select o from Objection o where o.initiative in :ids"
                                + " and (o.outcome is null or o.outcome in :askedAgain)",
                        Objection.class)
                .setParameter("ids", ids)
                .setParameter("askedAgain", List.of(ObjectionOutcome.NOT_ALLOWED, ObjectionOutcome.DEVIATED))
                .getResultStream()
                .filter(objection -> objection.stateOn(today, planVersions.getOrDefault(objection.initiative(), 0))
                        != ObjectionState.ANSWERED)
                .collect(Collectors.groupingBy(Objection::initiative, Collectors.counting()));
        return plans.stream()
                .map(plan -> item(plan, newest.get(plan.id().value()), blocking))
                .toList();
    }

    private static boolean isDue(InitiativeSummary plan, LocalDate today) {
        LocalDate dueOn = plan.dueOn();
        return dueOn != null && !today.isBefore(dueOn);
    }

    /** The assessment of the newest version of the plan that was assessed. */
    public Optional<AssessmentView> findByInitiative(InitiativeId initiative) {
        InitiativeDossier dossier = initiatives.readDossier(initiative);
        access.require(Operation.SEE_ASSESSMENTS, dossier.neighbourhood());
        return listOf(initiative).stream().findFirst().map(this::view);
    }

    /** What the team advised on the plan as it is now, for everybody who may read the plan. */
    public Optional<Advice> findAdvice(InitiativeId initiative) {
        InitiativePage plan = initiatives.read(initiative);
        access.require(Operation.SEE_INITIATIVES, plan.neighbourhood());
        return listOf(initiative).stream()
                .findFirst()
                .filter(assessment -> assessment.planVersion() == plan.planVersion())
                .flatMap(Assessment::advice);
    }

    public List<ObjectionView> listObjections(InitiativeId initiative) {
        InitiativeDossier dossier = initiatives.readDossier(initiative);
        access.require(Operation.SEE_ASSESSMENTS, dossier.neighbourhood());
        return objectionViews(initiative);
    }

    /** Which offices said to be too busy for this plan, the last first. */
    public List<CapacityShort> listTooBusy(InitiativeId initiative) {
        InitiativeDossier dossier = initiatives.readDossier(initiative);
        access.require(Operation.SEE_ASSESSMENTS, dossier.neighbourhood());
        return tooBusyFor(initiative);
    }

    /** For the room that decides: what was judged, and by whom. */
    public AssessmentForDecision readForDecision(InitiativeId initiative) {
        List<Assessment> all = listOf(initiative);
        Assessment newest = all.stream().findFirst().orElseThrow(NotFound::new);
        access.require(Operation.SEE_DECISIONS, newest.neighbourhood());
        Set<UserId> assessors = new HashSet<>();
        all.forEach(assessment -> assessors.addAll(assessment.assessors()));
        objectionsOf(initiative).forEach(objection -> assessors.addAll(objection.answeredBy()));
        return new AssessmentForDecision(view(newest), assessors);
    }

    // ----

    private List<GateText> gates(InitiativeDossier dossier) {
        String alternative = dossier.alternative();
        if (alternative == null) {
            return List.of();
        }
        return catalogue.read(alternative).alternative().legalGates().stream()
                .map(gate -> new GateText(gate.article(), gate.plainWords(), gate.checker()))
                .toList();
    }

    private static void requireUndecided(InitiativeDossier plan) {
        if (!OPEN_TO_OBJECTIONS.contains(plan.stage())) {
            throw new Refusal("assessment.error.too-late-to-object");
        }
    }

    private static Role officeOf(Set<Role> roles) {
        return List.of(Role.BUDGET_HOLDER, Role.CONTROLLER, Role.MANAGER, Role.TEAM_WORKER).stream()
                .filter(roles::contains)
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static QueueItem item(
            InitiativeSummary plan, @Nullable Assessment assessment, Map<Long, Long> openObjections) {
        int objections = openObjections.getOrDefault(plan.id().value(), 0L).intValue();
        if (assessment == null) {
            return new QueueItem(plan, null, null, objections);
        }
        long gates = assessment.gates().stream().filter(Gate::isOpen).count();
        return new QueueItem(plan, new AssessmentId(assessment.id()), (int) gates, objections);
    }

    private AssessmentView view(Assessment assessment) {
        return new AssessmentView(
                new AssessmentId(assessment.id()),
                assessment.version(),
                initiativeOf(assessment),
                assessment.planVersion(),
                assessment.neighbourhood(),
                assessment.state(),
                assessment.openedOn(),
                assessment.reverseTest(),
                assessment.gates(),
                objectionViews(initiativeOf(assessment)),
                assessment.advice().orElse(null));
    }

    private List<ObjectionView> objectionViews(InitiativeId initiative) {
        LocalDate today = today();
        int planVersion = initiatives.readDossier(initiative).planVersion();
        return objectionsOf(initiative).stream()
                .map(objection -> objection.on(today, planVersion))
                .toList();
    }

    private User requireAssessor(Assessment assessment) {
        return requireNoParty(assessment.neighbourhood(), initiativeOf(assessment));
    }

    /** Nobody judges their own plan, or one that they will be paid from. */
    private User requireNoParty(NeighbourhoodCode neighbourhood, InitiativeId initiative) {
        User worker = access.require(Operation.ASSESS, neighbourhood);
        requireDisinterested(worker, initiative);
        return worker;
    }

    private void requireDisinterested(User user, InitiativeId initiative) {
        if (initiatives.readDossier(initiative).interested().contains(user.id())) {
            throw new Refusal("assessment.error.own-plan");
        }
        requireNoInterest(user, initiative);
    }

    private void requireNoInterest(User worker, InitiativeId initiative) {
        if (interests.listOf(initiative).contains(worker.id())) {
            throw new Refusal("assessment.error.has-interest");
        }
    }

    private Assessment read(AssessmentId id, int version) {
        Assessment assessment = entityManager.find(Assessment.class, id.value());
        if (assessment == null) {
            throw new NotFound();
        }
        access.require(Operation.ASSESS, assessment.neighbourhood());
        Conflict.unlessSame(version, assessment.version());
        return assessment;
    }

    private int planVersionOf(Objection objection) {
        return initiatives.readDossier(new InitiativeId(objection.initiative())).planVersion();
    }

    private Objection readObjection(ObjectionId id) {
        Objection objection = entityManager.find(Objection.class, id.value());
        if (objection == null) {
            throw new NotFound();
        }
        return objection;
    }

    private List<Assessment> listOf(InitiativeId initiative) {
        return entityManager
                .createQuery(
                        "select a from Assessment a where a.initiative = :initiative order by a.planVersion desc",
                        Assessment.class)
                .setParameter("initiative", initiative.value())
                .getResultList();
    }

    private List<Objection> objectionsOf(InitiativeId initiative) {
        return entityManager
                .createQuery(
                        "select o from Objection o where o.initiative = :initiative order by o.answerBy, o.id",
                        Objection.class)
                .setParameter("initiative", initiative.value())
                .getResultList();
    }

    private List<CapacityShort> tooBusyFor(InitiativeId initiative) {
        return entityManager
                .createQuery(
                        "select s from SaidTooBusy s where s.initiative = :initiative order by s.saidOn desc, s.office",
                        SaidTooBusy.class)
                .setParameter("initiative", initiative.value())
                .getResultStream()
                .map(SaidTooBusy::said)
                .toList();
    }

    private void record(String deed, Assessment assessment, String details) {
        audit.record(
                "assessment." + deed,
                "assessment",
                Long.toString(assessment.id()),
                ("initiative=" + assessment.initiative() + " " + details).strip());
    }

    private static InitiativeId initiativeOf(Assessment assessment) {
        return new InitiativeId(assessment.initiative());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
