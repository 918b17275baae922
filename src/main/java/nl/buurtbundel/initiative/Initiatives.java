package nl.buurtbundel.initiative;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.Capacity;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.ProcessingLog;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.access.User;
import nl.buurtbundel.foundation.Conflict;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.WithoutAccessCheck;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.opportunity.SuppressionRule;
import nl.buurtbundel.suggestion.CostAgainstToday;
import nl.buurtbundel.suggestion.Idea;
import nl.buurtbundel.suggestion.SuggestionId;
import nl.buurtbundel.suggestion.Suggestions;
import org.jspecify.annotations.Nullable;

/**
 * Neighbourhood plans, from idea to closing account. Verbs that take a version refuse when the plan changed since, and give
 * the new version back. Each change of stage is told to later rooms in the same transaction ({@link InitiativeMoved}).
 */
@ApplicationScoped
@Transactional(SUPPORTS)
public class Initiatives {
    private static final int PROOF_PAGE = 200;

    private final InitiativeRepository repository;
    private final Suggestions suggestions;
    private final HouseholdClaims claims;
    private final Access access;
    private final AuditLog audit;
    private final ProcessingLog processingLog;
    private final Event<InitiativeMoved> moved;
    private final Event<EnoughChanged> enoughChanged;
    private final Event<ProposalsAsked> proposalsAsked;
    private final Clock clock;
    private final SuppressionRule rule;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected Initiatives() {
        this(null, null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    Initiatives(
            InitiativeRepository repository,
            Suggestions suggestions,
            HouseholdClaims claims,
            Access access,
            AuditLog audit,
            ProcessingLog processingLog,
            Event<InitiativeMoved> moved,
            Event<EnoughChanged> enoughChanged,
            Event<ProposalsAsked> proposalsAsked,
            Clock clock,
            SuppressionRule rule) {
        this.repository = repository;
        this.suggestions = suggestions;
        this.claims = claims;
        this.access = access;
        this.audit = audit;
        this.processingLog = processingLog;
        this.moved = moved;
        this.enoughChanged = enoughChanged;
        this.proposalsAsked = proposalsAsked;
        this.clock = clock;
        this.rule = rule;
    }

    // ---- residents

    /** Any neighbour may start a plan, with or without an idea of the municipality. */
    @Transactional(REQUIRED)
    public InitiativeId propose(NeighbourhoodCode neighbourhood, Plan plan, @Nullable SuggestionId suggestion) {
        User user = access.require(Operation.START_INITIATIVE, neighbourhood);
        Idea idea = suggestion == null ? null : suggestions.readIdea(suggestion);
        if (idea != null && !idea.neighbourhood().equals(neighbourhood)) {
            throw new NotFound();
        }
        Moment now = Moment.of(clock);
        Initiative initiative = new Initiative(neighbourhood, user.id(), plan, idea, now);
        repository.add(initiative);
        tell(initiative, null, "propose", "", now);
        return initiative.id();
    }

    /** Asks the neighbourhood who takes part, until the cut-off date. */
    @Transactional(REQUIRED)
    public int open(InitiativeId id, int version, LocalDate cutOff) {
        Initiative initiative = readOwn(id);
        return change(initiative, version, "open", "cutOff=" + cutOff, now -> initiative.open(cutOff, now));
    }

    /** @return whether every household is asked again */
    @Transactional(REQUIRED)
    public boolean changePlan(InitiativeId id, int version, Plan plan) {
        Initiative initiative = readOwn(id);
        Conflict.unlessSame(version, initiative.version());
        boolean enoughBefore = repository.isEnough(initiative);
        boolean asksAgain = initiative.changePlan(plan, Moment.of(clock));
        repository.flush();
        audit.record(
                "initiative.change-plan",
                "initiative",
                Long.toString(id.value()),
                "planVersion=" + initiative.planVersion() + " asksAgain=" + asksAgain);
        tellWhetherEnough(initiative, enoughBefore);
        return asksAgain;
    }

    @Transactional(REQUIRED)
    public int submit(InitiativeId id, int version) {
        Initiative initiative = readOwn(id);
        boolean enough = repository.isEnough(initiative);
        return change(initiative, version, "submit", "", now -> initiative.submit(enough, now));
    }

    /**
     * Sends the plan back to the team that asked questions.
     *
     * @param words the answer; may be empty where the plan was changed
     */
    @Transactional(REQUIRED)
    public int answer(InitiativeId id, int version, String words) {
        Initiative initiative = readOwn(id);
        boolean enough = repository.isEnough(initiative);
        return change(initiative, version, "answer", "", now -> initiative.answer(enough, words, now));
    }

    @Transactional(REQUIRED)
    public int withdraw(InitiativeId id, int version) {
        Initiative initiative = readOwn(id);
        return change(initiative, version, "withdraw", "", initiative::withdraw);
    }

    /** The neighbours solved it themselves: an outcome too. */
    @Transactional(REQUIRED)
    public int solveWithoutUs(InitiativeId id, int version) {
        Initiative initiative = readOwnOrFor(id, Operation.ASSESS);
        Office by = office(initiative, Office.NEIGHBOURHOOD_TEAM);
        return change(initiative, version, "solve-without-us", "", now -> initiative.solveWithoutUs(by, now));
    }

    /** A granted plan ends by the team; who began it asks for that. */
    @Transactional(REQUIRED)
    public int askToEnd(InitiativeId id, int version) {
        Initiative initiative = readOwn(id);
        return change(initiative, version, "ask-to-end", "", initiative::askToEnd);
    }

    // ---- the neighbourhood team

    @Transactional(REQUIRED)
    public int takeIntoAssessment(InitiativeId id, int version) {
        Initiative initiative = repository.read(id);
        User worker = access.require(Operation.ASSESS, initiative.neighbourhood());
        return change(
                initiative,
                version,
                "take-into-assessment",
                "",
                now -> initiative.takeIntoAssessment(worker.id(), now));
    }

    /** From now on the worker who asks is the assigned one, and the one before is not. */
    @Transactional(REQUIRED)
    public int assignToMe(InitiativeId id, int version) {
        Initiative initiative = repository.read(id);
        User worker = access.require(Operation.ASSESS, initiative.neighbourhood());
        return change(initiative, version, "assign", "", now -> initiative.assignTo(worker.id()));
    }

    @Transactional(REQUIRED)
    public int returnWithQuestions(InitiativeId id, int version, String questions) {
        Initiative initiative = repository.read(id);
        access.require(Operation.ASSESS, initiative.neighbourhood());
        return change(initiative, version, "return", "", now -> initiative.returnWithQuestions(questions, now));
    }

    @Transactional(REQUIRED)
    public int advise(InitiativeId id, int version) {
        Initiative initiative = repository.read(id);
        access.require(Operation.ASSESS, initiative.neighbourhood());
        return change(initiative, version, "advise", "", initiative::advise);
    }

    /** Starts what was granted; with the trial first when the plan has one. */
    @Transactional(REQUIRED)
    public void start(InitiativeId id) {
        Initiative initiative = repository.read(id);
        access.require(Operation.RELEASE, initiative.neighbourhood());
        change(initiative, initiative.version(), "start", "", initiative::start);
    }

    /** Ends the trial; now each household chooses. */
    @Transactional(REQUIRED)
    public int endTrial(InitiativeId id, int version) {
        Initiative initiative = repository.read(id);
        access.require(Operation.RELEASE, initiative.neighbourhood());
        return change(initiative, version, "end-trial", "", initiative::endTrial);
    }

    /** Ends it before its time: the money that is left goes back, and who wants it gets the own help back. */
    @Transactional(REQUIRED)
    public int stop(InitiativeId id, int version, StopReason reason) {
        Initiative initiative = repository.read(id);
        access.require(Operation.RELEASE, initiative.neighbourhood());
        return change(initiative, version, "stop", "reason=" + reason.code(), now -> initiative.stop(reason, now));
    }

    /** It is done, and what it cost is accounted for: by who started it, or by who pays. */
    @Transactional(REQUIRED)
    public int accountFor(InitiativeId id, int version) {
        Initiative initiative = readOwnOrFor(id, Operation.PAY);
        Office by = office(initiative, Office.BUDGET_HOLDER);
        Capacity capacity = by == Office.INITIATOR
                ? Capacity.OWN
                : access.findUser()
                        .map(user -> user.capacityFor(Operation.PAY, initiative.neighbourhood()))
                        .orElse(Capacity.OWN);
        return audit.inPowerOf(
                capacity, () -> change(initiative, version, "account-for", "", now -> initiative.accountFor(by, now)));
    }

    // ---- the decision, called inside its transaction

    /**
     * From now until the end of the transaction nobody else changes the plan, moves it or ends it. Asked before a decision on it
     * or the book is locked: whoever changes a plan comes in that order.
     */
    @Transactional(REQUIRED)
    @WithoutAccessCheck("called by the deciding room, which checks what is done with it; shows nothing")
    public void hold(InitiativeId id) {
        repository.lock(id);
    }

    /** @param amount all that is granted by now, this decision included */
    @Transactional(REQUIRED)
    public void grant(InitiativeId id, long decision, Money amount) {
        Initiative initiative = readForDecision(id);
        change(
                initiative,
                initiative.version(),
                "grant",
                "decision=" + decision + " amount=" + amount,
                now -> initiative.grant(decision, amount, repository.countHouseholds(initiative), now));
    }

    /** @param amount all that is granted by now, this decision included */
    @Transactional(REQUIRED)
    public void grantPartly(InitiativeId id, long decision, Money amount) {
        Initiative initiative = readForDecision(id);
        change(
                initiative,
                initiative.version(),
                "grant-partly",
                "decision=" + decision + " amount=" + amount,
                now -> initiative.grantPartly(decision, amount, repository.countHouseholds(initiative), now));
    }

    @Transactional(REQUIRED)
    public void refuse(InitiativeId id, long decision, String ground) {
        Initiative initiative = readForDecision(id);
        change(
                initiative,
                initiative.version(),
                "refuse",
                "decision=" + decision + " ground=" + ground,
                now -> initiative.refuse(decision, ground, now));
    }

    // ---- reading

    /** The term of the present step stands still until this day. */
    @Transactional(MANDATORY)
    @WithoutAccessCheck("called inside the transaction that breaks through, which has checked")
    public void pause(InitiativeId id, LocalDate until) {
        Initiative initiative = repository.read(id);
        change(initiative, initiative.version(), "pause", "until=" + until, now -> initiative.pause(until, now));
    }

    /** The plans in one neighbourhood, newest first. */
    public List<InitiativeSummary> list(NeighbourhoodCode neighbourhood) {
        access.require(Operation.SEE_INITIATIVES, neighbourhood);
        return summaries(
                repository.list(neighbourhood.municipality(), Set.of(neighbourhood), EnumSet.allOf(Stage.class)));
    }

    /** The plans in these stages, as far as the user's rights reach. */
    public List<InitiativeSummary> listByStage(Set<Stage> stages) {
        User user = access.require(Operation.SEE_INITIATIVES);
        return summaries(repository.list(
                user.municipality(),
                access.mayEverywhere(Operation.SEE_INITIATIVES)
                        ? null
                        : Set.copyOf(access.listOwn(Operation.SEE_INITIATIVES)),
                stages));
    }

    /** The plans of which whoever began them asked the team to end them. */
    public List<InitiativeSummary> listAskedToEnd() {
        User user = access.require(Operation.ASSESS);
        return summaries(repository.listAskedToEnd(user.municipality(), user.neighbourhoods()));
    }

    /** The plans that the user started. */
    public List<InitiativeSummary> listMine() {
        User user = access.require(Operation.CHANGE_INITIATIVE);
        return summaries(repository.listInitiatedBy(user.id()));
    }

    public InitiativePage read(InitiativeId id) {
        Initiative initiative = repository.read(id);
        User user = access.require(Operation.SEE_INITIATIVES, initiative.neighbourhood());
        boolean mine = initiative.isInitiatedBy(user.id());
        boolean assesses = access.may(Operation.SEE_ASSESSMENTS, initiative.neighbourhood());
        LocalDate today = Moment.of(clock).day();
        InitiativeSummary summary = initiative.summary(
                repository.isEnough(initiative),
                askProposals(List.of(initiative)).standingOf(id),
                today);
        return new InitiativePage(
                id,
                initiative.version(),
                initiative.planVersion(),
                initiative.neighbourhood(),
                initiative.suggestion(),
                initiative.plan(),
                initiative.stage(),
                summary.enough(),
                summary.cutOff(),
                summary.owner(),
                summary.proposal(),
                summary.dueOn(),
                summary.escalatedTo(),
                mine,
                isAssigned(initiative, user),
                initiative.granted().orElse(null),
                initiative.startedOn(),
                initiative.trialEndsOn(),
                initiative.endAskedOn(),
                mine || assesses ? initiative.questions() : List.of(),
                initiative.timeline());
    }

    /** What those who assess and decide need to know. */
    public InitiativeDossier readDossier(InitiativeId id) {
        Initiative initiative = repository.read(id);
        access.require(Operation.SEE_DOSSIERS, initiative.neighbourhood());
        return initiative.dossier(repository.isEnough(initiative), repository.listPaidMembers(id));
    }

    /** These plans, as far as the reader may see them; in as many queries for many as for few. */
    public Map<InitiativeId, PlanInBrief> listInBrief(Collection<InitiativeId> ids) {
        access.require(Operation.SEE_DOSSIERS);
        return repository.listInBrief(ids).stream()
                .filter(plan -> access.may(Operation.SEE_DOSSIERS, plan.neighbourhood()))
                .collect(Collectors.toMap(PlanInBrief::id, Function.identity()));
    }

    /** When these plans go on, as far as the reader may see them; in as many queries for many as for few. */
    public Map<InitiativeId, PlanCourse> listCourses(Collection<InitiativeId> ids) {
        access.require(Operation.SEE_INITIATIVES);
        return repository.listCourses(ids).stream()
                .filter(plan -> access.may(Operation.SEE_INITIATIVES, plan.neighbourhood()))
                .collect(Collectors.toMap(PlanCourse::id, Function.identity()));
    }

    /** What became of these plans, as far as the reader may see them; in as many queries for many as for few. */
    public Map<InitiativeId, PlanStory> listStories(Collection<InitiativeId> ids) {
        access.require(Operation.SEE_INITIATIVES);
        return repository.listStories(ids).stream()
                .filter(story -> access.may(Operation.SEE_INITIATIVES, story.neighbourhood()))
                .collect(Collectors.toMap(PlanStory::id, Function.identity()));
    }

    /** Whether there are enough households; their number only to the assigned worker, and only from the threshold on. */
    public PledgeStanding readStanding(InitiativeId id) {
        Initiative initiative = repository.read(id);
        User user = access.require(Operation.SEE_INITIATIVES, initiative.neighbourhood());
        int households = repository.countHouseholds(initiative);
        boolean shown = isAssigned(initiative, user) && households >= rule.threshold();
        return new PledgeStanding(households >= initiative.householdsNeeded(), shown ? households : null);
    }

    /** What became of the households of a plan, for the program that shows it only when they are enough. */
    public TookPart countTookPart(InitiativeId id) {
        Initiative initiative = repository.read(id);
        access.requireForWhole(Operation.RELEASE, initiative.neighbourhood().municipality());
        return repository.countTookPart(initiative);
    }

    /**
     * The adults whose households take part in the plan as it is now, for the release of individual money: the assigned
     * worker, or the program. Each is a look that the person can see.
     */
    @Transactional(REQUIRED)
    public List<PledgedPerson> listPledgedPersons(InitiativeId id) {
        Initiative initiative = repository.read(id);
        User user = access.require(Operation.RELEASE, initiative.neighbourhood());
        if (!isAssigned(initiative, user) && !user.is(Role.SYSTEM)) {
            throw new NotFound();
        }
        List<PledgedPerson> persons = repository.listActivePledges(id).stream()
                .filter(pledge -> pledge.confirmedVersion() == initiative.planVersion() && !pledge.standsAside())
                .flatMap(pledge -> pledge.persons(initiative).stream())
                .toList();
        processingLog.looked(
                "initiative.look.release",
                persons.stream().map(PledgedPerson::subject).toList());
        return persons;
    }

    /** Where one yes stands, for the release of individual money. Names nobody, so it is no look. */
    public YesStanding readYes(PledgeId id) {
        Pledge pledge = repository.readPledge(id);
        Initiative initiative = repository.read(pledge.initiative());
        access.require(Operation.RELEASE, initiative.neighbourhood());
        return standing(pledge, initiative);
    }

    /** The same of several, within the reader’s rights; in as many queries for many as for few. */
    public Map<PledgeId, YesStanding> mapYeses(Collection<PledgeId> ids) {
        access.require(Operation.RELEASE);
        Map<PledgeId, YesStanding> yeses = new HashMap<>();
        for (Pledge pledge : repository.listPledgesWithPlans(ids)) {
            Initiative initiative = repository.read(pledge.initiative());
            if (access.may(Operation.RELEASE, initiative.neighbourhood())) {
                yeses.put(pledge.id(), standing(pledge, initiative));
            }
        }
        return yeses;
    }

    private static YesStanding standing(Pledge pledge, Initiative initiative) {
        return new YesStanding(
                pledge.countsFor(initiative.planVersion()), pledge.isDefinite(initiative), pledge.lastDay());
    }

    /**
     * The decided plans of a municipality, newest first.
     *
     * @param page from 0
     */
    @WithoutAccessCheck("a public page: decided plans, without counts")
    public PublicPlans listPublic(MunicipalityCode municipality, int page) {
        List<PublicPlan> found = repository.listPublic(municipality, page * PublicPlans.SIZE, PublicPlans.SIZE + 1);
        return new PublicPlans(
                found.subList(0, Math.min(found.size(), PublicPlans.SIZE)), found.size() > PublicPlans.SIZE);
    }

    @WithoutAccessCheck("a public page: decided plans, with counts only from the threshold on")
    public PublicInitiative readPublic(InitiativeId id) {
        Initiative initiative = repository.read(id);
        if (!initiative.isPublic()) {
            throw new NotFound();
        }
        return publicView(initiative);
    }

    /** The nightly proof: the plans and pledges whose columns differ from what their history says. Normally empty. */
    public List<String> listDeviations(MunicipalityCode municipality) {
        access.requireForWhole(Operation.SEE_AUDIT, municipality);
        List<String> deviations = new ArrayList<>();
        long after = 0;
        for (List<Initiative> page = repository.listAfter(municipality, after, PROOF_PAGE);
                !page.isEmpty();
                page = repository.listAfter(municipality, after, PROOF_PAGE)) {
            for (Initiative initiative : page) {
                after = initiative.id().value();
                if (!initiative.state().equals(initiative.recomputed())) {
                    deviations.add(initiative.id().reference());
                }
            }
        }
        after = 0;
        for (List<Pledge> page = repository.listPledgesAfter(municipality, after, PROOF_PAGE);
                !page.isEmpty();
                page = repository.listPledgesAfter(municipality, after, PROOF_PAGE)) {
            for (Pledge pledge : page) {
                after = pledge.id().value();
                if (!pledge.position().equals(pledge.recomputed())) {
                    deviations.add("pledge:" + after);
                }
            }
        }
        return deviations;
    }

    /** The municipalities that have plans, for the nightly work. */
    List<MunicipalityCode> listMunicipalities() {
        return repository.listMunicipalities();
    }

    // ----

    private List<InitiativeSummary> summaries(List<Initiative> initiatives) {
        Set<InitiativeId> enough = repository.listEnough(initiatives);
        ProposalsAsked proposals = askProposals(initiatives);
        LocalDate today = Moment.of(clock).day();
        return initiatives.stream()
                .map(initiative -> initiative.summary(
                        enough.contains(initiative.id()), proposals.standingOf(initiative.id()), today))
                .toList();
    }

    private ProposalsAsked askProposals(List<Initiative> initiatives) {
        ProposalsAsked asked = new ProposalsAsked(initiatives.stream()
                .filter(initiative -> initiative.stage() == Stage.ADVISED)
                .map(Initiative::id)
                .collect(Collectors.toSet()));
        if (!asked.plans().isEmpty()) {
            proposalsAsked.fire(asked);
        }
        return asked;
    }

    private PublicInitiative publicView(Initiative initiative) {
        Plan plan = initiative.plan();
        SuggestionId begunWith = initiative.suggestion();
        CostAgainstToday cost = begunWith == null || initiative.granted().isEmpty()
                ? null
                : suggestions.findPublicCost(begunWith).orElse(null);
        Integer households = initiative.householdsWhenGranted().orElse(null);
        return new PublicInitiative(
                initiative.id(),
                initiative.neighbourhood(),
                plan.title(),
                plan.summary(),
                initiative.stage(),
                initiative.state().since(),
                plan.startUp(),
                plan.yearlyCost(),
                initiative.granted().orElse(null),
                initiative.ground().orElse(null),
                cost,
                households == null ? null : rule.published(households),
                plan.lines(),
                initiative.timeline());
    }

    private static boolean isAssigned(Initiative initiative, User user) {
        return user.is(Role.TEAM_WORKER) && initiative.isAssignedTo(user.id());
    }

    /** A plan that the user started; to everybody else it is not there. */
    private Initiative readOwn(InitiativeId id) {
        Initiative initiative = repository.read(id);
        User user = access.require(Operation.CHANGE_INITIATIVE, initiative.neighbourhood());
        if (!initiative.isInitiatedBy(user.id())) {
            throw new NotFound();
        }
        return initiative;
    }

    private Initiative readOwnOrFor(InitiativeId id, Operation operation) {
        Initiative initiative = repository.read(id);
        return access.may(operation, initiative.neighbourhood()) ? initiative : readOwn(id);
    }

    /** Who acts: the neighbour who started the plan, or the office that may do it too. */
    private Office office(Initiative initiative, Office other) {
        return access.findUser()
                        .filter(user -> initiative.isInitiatedBy(user.id()))
                        .isPresent()
                ? Office.INITIATOR
                : other;
    }

    /** The deciding room has checked the mandate; here only that the user is one who can decide at all. */
    private Initiative readForDecision(InitiativeId id) {
        Initiative initiative = repository.read(id);
        boolean may = Arrays.asList(Operation.DECIDE, Operation.SIGN_SECOND, Operation.PROPOSE_DECISION).stream()
                .anyMatch(operation -> access.may(operation, initiative.neighbourhood()));
        if (!may) {
            throw new NotFound();
        }
        return initiative;
    }

    private int change(Initiative initiative, int version, String deed, String details, Consumer<Moment> verb) {
        Conflict.unlessSame(version, initiative.version());
        Stage before = initiative.stage();
        Moment now = Moment.of(clock);
        verb.accept(now);
        repository.flush();
        tell(initiative, before, deed, details, now);
        return initiative.version();
    }

    private void tell(Initiative initiative, @Nullable Stage before, String deed, String details, Moment now) {
        audit.record(
                "initiative." + deed,
                "initiative",
                Long.toString(initiative.id().value()),
                details);
        if (before == initiative.stage()) {
            return;
        }
        moved.fire(new InitiativeMoved(
                initiative.id(),
                initiative.neighbourhood(),
                before,
                initiative.stage(),
                now.day(),
                initiative.planVersion()));
        if (initiative.stage().isEnded()) {
            repository.listActivePledges(initiative.id()).forEach(pledge -> pledge.end(now));
            repository.flush();
            claims.passOn(initiative.neighbourhood().municipality(), initiative.need());
        }
    }

    private void tellWhetherEnough(Initiative initiative, boolean before) {
        boolean enough = repository.isEnough(initiative);
        if (enough != before) {
            enoughChanged.fire(new EnoughChanged(initiative.id(), enough));
        }
    }
}
