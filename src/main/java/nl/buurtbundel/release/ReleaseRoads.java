package nl.buurtbundel.release;

import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.CurrentUser;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.ProcessingLog;
import nl.buurtbundel.access.User;
import nl.buurtbundel.foundation.Conflict;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.InitiativePage;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/**
 * The release of a plan as the team runs it, step by step. It records what people did; money comes free by what the provider
 * reports ({@link Releases}), whether anything was recorded or not.
 */
@ApplicationScoped
@Transactional(SUPPORTS)
public class ReleaseRoads {
    /** From this many days before a step is due it stands on the list of work. */
    private static final int DAYS_AHEAD = 7;

    @PersistenceContext
    private EntityManager entityManager;

    private final RoadSurvey survey;
    private final Initiatives initiatives;
    private final Access access;
    private final CurrentUser currentUser;
    private final AuditLog audit;
    private final ProcessingLog processingLog;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected ReleaseRoads() {
        this(null, null, null, null, null, null, null);
    }

    @Inject
    ReleaseRoads(
            RoadSurvey survey,
            Initiatives initiatives,
            Access access,
            CurrentUser currentUser,
            AuditLog audit,
            ProcessingLog processingLog,
            Clock clock) {
        this.survey = survey;
        this.initiatives = initiatives;
        this.access = access;
        this.currentUser = currentUser;
        this.audit = audit;
        this.processingLog = processingLog;
        this.clock = clock;
    }

    /** All of a plan, late ones first. A look at each person, who can see it. */
    @Transactional(REQUIRED)
    public RoadBoard read(InitiativeId initiative) {
        InitiativePage plan = initiatives.read(initiative);
        access.require(Operation.RELEASE, plan.neighbourhood());
        List<RoadSurvey.Surveyed> all = surveyed(plan.neighbourhood(), () -> survey.of(initiative));
        processingLog.looked(
                "release.look.road",
                all.stream().map(one -> one.expected().subject()).distinct().toList());
        SortedMap<FiscalYear, PlannedAgainstRealised> byYear = new TreeMap<>();
        all.forEach(one -> yearsOf(one)
                .forEach((year, amounts) -> byYear.merge(year, amounts, (before, more) -> before.plus(more))));
        return new RoadBoard(
                initiative,
                plan.plan().title(),
                plan.neighbourhood(),
                all.stream().map(one -> one.forTeam(today())).sorted(LATE_FIRST).toList(),
                byYear);
    }

    private static final Comparator<TeamRoad> LATE_FIRST = Comparator.comparing((TeamRoad road) -> !road.callOffOrder())
            .thenComparing(road -> !road.isLate())
            .thenComparing(
                    road -> road.findCurrent().map(RoadStep::dueOn).orElse(null),
                    Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(road -> road.number().value());

    private static Map<FiscalYear, PlannedAgainstRealised> yearsOf(RoadSurvey.Surveyed one) {
        Map<FiscalYear, PlannedAgainstRealised> years = new HashMap<>();
        ReleaseLikelihood likelihood = one.likelihood();
        one.planned()
                .forEach((year, amount) -> years.put(
                        year,
                        new PlannedAgainstRealised(
                                amount,
                                likelihood.low(amount),
                                likelihood.likely(amount),
                                likelihood.high(amount),
                                Money.ZERO,
                                Money.ZERO)));
        one.realised()
                .forEach((year, amount) ->
                        years.merge(year, PlannedAgainstRealised.realised(amount), PlannedAgainstRealised::plus));
        one.late()
                .forEach((year, amount) ->
                        years.merge(year, PlannedAgainstRealised.late(amount), PlannedAgainstRealised::plus));
        return years;
    }

    /**
     * The plans in the user’s neighbourhoods of which a step of the team is due soon or late, or an order is to be called off.
     * Names nobody, so it is no look. Asks as often for many plans as for few.
     */
    @Transactional(REQUIRED)
    public List<DueRelease> listDue() {
        User user = access.require(Operation.RELEASE);
        Map<InitiativeId, RoadSurvey.Turn> first = new HashMap<>();
        List<ExpectedRelease> open = listOpen(access.listOwn(Operation.RELEASE));
        for (RoadSurvey.Turn turn : currentUser.runAs(User.system(user.municipality()), () -> survey.turnsOf(open))) {
            first.merge(turn.plan().id(), turn, (one, other) -> one.team().compareTo(other.team()) <= 0 ? one : other);
        }
        return first.values().stream()
                .filter(turn -> !turn.team().dueOn().isAfter(today().plusDays(DAYS_AHEAD)))
                .map(turn -> new DueRelease(
                        turn.plan().id(),
                        turn.plan().title(),
                        turn.team().dueOn(),
                        today().isAfter(turn.team().dueOn()),
                        turn.team().callsOff()))
                .sorted(Comparator.comparing(DueRelease::dueOn)
                        .thenComparing(due -> due.plan().value()))
                .toList();
    }

    /** What is planned, and what was ordered and is planned no more. */
    private List<ExpectedRelease> listOpen(List<NeighbourhoodCode> places) {
        if (places.isEmpty()) {
            return List.of();
        }
        return entityManager
                .createQuery(
                        "select e from ExpectedRelease e where e.neighbourhood in :places and (e.state = :planned"
                                + " or e.state = :lapsed and exists (select r.expected from ReleaseRoad r"
                                + " where r.expected = e.id and r.orderedOn is not null)) order by e.id",
                        ExpectedRelease.class)
                .setParameter(
                        "places", places.stream().map(NeighbourhoodCode::value).toList())
                .setParameter("planned", ReleaseState.PLANNED)
                .setParameter("lapsed", ReleaseState.LAPSED)
                .getResultStream()
                .filter(expected -> expected.isLapsed() || !expected.isExcluded())
                .toList();
    }

    // ---- steps

    /** The person lets the data of one law be used for the plan’s: only where that is needed. */
    @Transactional(REQUIRED)
    public void recordConsent(ReleaseRoadId id, int version, LocalDate givenOn) {
        ExpectedRelease expected = lock(id);
        User user = access.require(Operation.RELEASE, expected.neighbourhood());
        RoadSurvey.Surveyed surveyed = survey(expected);
        recorded(surveyed, version).recordConsent(givenOn, surveyed.facts(), today(), user.id());
        audit("consent", expected, "on=" + givenOn);
    }

    /**
     * Letters that end the own help, of one day and with one last day: all of them are recorded, or none.
     *
     * @param chosen with the version that the user saw of each
     */
    @Transactional(REQUIRED)
    public void reviseAll(Map<ReleaseRoadId, Integer> chosen, LocalDate sentOn, LocalDate lastDay) {
        User user = access.require(Operation.RELEASE);
        for (RoadSurvey.Surveyed one : surveyChosen(chosen)) {
            recorded(one, chosen).revise(sentOn, lastDay, one.facts(), today(), user.id());
            audit("decision", one.expected(), "on=" + sentOn + " last-day=" + lastDay);
        }
    }

    /** One talk with a provider about the last day of several: all are recorded, or none. */
    @Transactional(REQUIRED)
    public void consultAll(
            Map<ReleaseRoadId, Integer> chosen, LocalDate on, ProviderOutcome outcome, @Nullable LocalDate otherDate) {
        User user = access.require(Operation.RELEASE);
        for (RoadSurvey.Surveyed one : surveyChosen(chosen)) {
            recorded(one, chosen).consult(on, outcome, otherDate, one.facts(), today(), user.id());
            audit("provider", one.expected(), "on=" + on + " outcome=" + outcome);
        }
    }

    /** Of each plan once. */
    private List<RoadSurvey.Surveyed> surveyChosen(Map<ReleaseRoadId, Integer> chosen) {
        Map<InitiativeId, List<ExpectedRelease>> byPlan = new LinkedHashMap<>();
        for (ReleaseRoadId id : inOrder(chosen)) {
            ExpectedRelease expected = lock(id);
            access.require(Operation.RELEASE, expected.neighbourhood());
            byPlan.computeIfAbsent(expected.initiative(), plan -> new ArrayList<>())
                    .add(expected);
        }
        List<RoadSurvey.Surveyed> all = new ArrayList<>();
        byPlan.forEach((plan, some) -> all.addAll(surveyed(
                some.get(0).neighbourhood(),
                () -> survey.of(
                        plan,
                        some.stream().map(one -> new ReleaseRoadId(one.id())).toList()))));
        if (all.size() != chosen.size()) {
            throw new NotFound();
        }
        return all;
    }

    /** Always in the same order, so that two who choose the same wait for each other. */
    private static List<ReleaseRoadId> inOrder(Map<ReleaseRoadId, Integer> chosen) {
        if (chosen.isEmpty()) {
            throw new Refusal("release.error.order-empty");
        }
        return chosen.keySet().stream()
                .sorted(Comparator.comparing(ReleaseRoadId::value))
                .toList();
    }

    /** A step goes back, with those that rest on it. */
    @Transactional(REQUIRED)
    public void takeBack(ReleaseRoadId id, int version, ReleaseStep step, String reason) {
        ExpectedRelease expected = lock(id);
        User user = access.require(Operation.RELEASE, expected.neighbourhood());
        RoadSurvey.Surveyed surveyed = survey(expected);
        recorded(surveyed, version).takeBack(step, reason, surveyed.facts(), today(), user.id());
        audit("take-back", expected, "step=" + step);
    }

    /**
     * One order to the back office for some households of a plan: all of them, or none.
     *
     * @param chosen with the version that the user saw of each
     */
    @Transactional(REQUIRED)
    public ChangeOrderId order(InitiativeId initiative, Map<ReleaseRoadId, Integer> chosen) {
        NeighbourhoodCode neighbourhood = initiatives.read(initiative).neighbourhood();
        User user = access.require(Operation.RELEASE, neighbourhood);
        inOrder(chosen).forEach(this::lock);
        List<RoadSurvey.Surveyed> all = surveyed(neighbourhood, () -> survey.of(initiative, chosen.keySet()));
        if (all.size() != chosen.size()) {
            throw new NotFound();
        }
        ChangeOrder order = new ChangeOrder(initiative, neighbourhood, today(), user.id());
        for (RoadSurvey.Surveyed one : all) {
            requireNoOtherOrder(one.expected());
            ReleaseRoad road = recorded(one, chosen);
            order.add(road, one.provision(), road.order(one.facts(), today(), user.id()));
        }
        entityManager.persist(order);
        entityManager.flush();
        processingLog.looked("release.look.order", order.subjects());
        audit.record(
                "release.change-order",
                "initiative",
                Long.toString(initiative.value()),
                "order=" + order.id().value() + " allocations=" + all.size());
        return order.id();
    }

    /** For one provision there is one order at most, whichever plan made it: a need comes free once. */
    private void requireNoOtherOrder(ExpectedRelease expected) {
        boolean elsewhere = !entityManager
                .createQuery(
                        "select r from ReleaseRoad r where r.orderedProvision = :provision and r.expected <> :own",
                        ReleaseRoad.class)
                .setParameter("provision", expected.provision().value())
                .setParameter("own", expected.id())
                .getResultList()
                .isEmpty();
        if (elsewhere) {
            throw new Refusal("release.error.order-elsewhere");
        }
    }

    // ----

    private ExpectedRelease lock(ReleaseRoadId id) {
        ExpectedRelease expected =
                entityManager.find(ExpectedRelease.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (expected == null) {
            throw new NotFound();
        }
        return expected;
    }

    private RoadSurvey.Surveyed survey(ExpectedRelease expected) {
        return surveyed(
                        expected.neighbourhood(),
                        () -> survey.of(expected.initiative(), List.of(new ReleaseRoadId(expected.id()))))
                .stream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private ReleaseRoad recorded(RoadSurvey.Surveyed surveyed, Map<ReleaseRoadId, Integer> chosen) {
        return recorded(surveyed, Objects.requireNonNull(chosen.get(surveyed.id())));
    }

    private ReleaseRoad recorded(RoadSurvey.Surveyed surveyed, int version) {
        Conflict.unlessSame(version, surveyed.version());
        if (surveyed.recorded() == null) {
            entityManager.persist(surveyed.road());
        }
        return surveyed.road();
    }

    /** Who moved since is still helped by the team of the plan: that is a look at each of them, and is logged. */
    private <T> T surveyed(NeighbourhoodCode neighbourhood, Supplier<T> work) {
        return currentUser.runAs(User.system(neighbourhood.municipality()), work);
    }

    private void audit(String deed, ExpectedRelease expected, String details) {
        audit.record(
                "release.road-" + deed,
                "provision",
                expected.provision().toString(),
                "initiative=" + expected.initiative().value() + " " + details);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
