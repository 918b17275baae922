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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import nl.buurtbundel.initiative.Stage;
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
                                Money.ZERO)));
        one.realised()
                .forEach((year, amount) -> years.merge(
                        year,
                        new PlannedAgainstRealised(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, amount),
                        PlannedAgainstRealised::plus));
        return years;
    }

    /** The plans in the user’s neighbourhoods of which a step of the team is due soon or late. Names nobody, so it is no look. */
    public List<DueRelease> listDue() {
        User user = access.require(Operation.RELEASE);
        List<DueRelease> due = new ArrayList<>();
        for (NeighbourhoodCode place : user.neighbourhoods()) {
            planned(place).forEach((initiative, expected) -> {
                InitiativePage plan = initiatives.read(initiative);
                findDueOn(plan, expected)
                        .filter(day -> !day.isAfter(today().plusDays(DAYS_AHEAD)))
                        .ifPresent(day ->
                                due.add(new DueRelease(initiative, plan.plan().title(), day, today().isAfter(day))));
            });
        }
        due.sort(Comparator.comparing(DueRelease::dueOn));
        return due;
    }

    private Map<InitiativeId, List<ExpectedRelease>> planned(NeighbourhoodCode place) {
        Map<InitiativeId, List<ExpectedRelease>> planned = new HashMap<>();
        entityManager
                .createQuery(
                        "select e from ExpectedRelease e where e.neighbourhood = :place and e.state = :planned"
                                + " order by e.id",
                        ExpectedRelease.class)
                .setParameter("place", place.value())
                .setParameter("planned", ReleaseState.PLANNED)
                .getResultStream()
                .filter(expected -> !expected.isExcluded())
                .forEach(expected -> planned.computeIfAbsent(expected.initiative(), plan -> new ArrayList<>())
                        .add(expected));
        return planned;
    }

    private Optional<LocalDate> findDueOn(InitiativePage plan, List<ExpectedRelease> expected) {
        boolean beforeItsTrialIsOver = plan.plan().trialMonths() > 0 && plan.stage() != Stage.RUNNING;
        if (beforeItsTrialIsOver) {
            return Optional.empty();
        }
        LocalDate trialEnded = plan.trialEndsOn();
        LocalDate started = plan.startedOn();
        LocalDate from =
                trialEnded != null ? trialEnded : started == null ? plan.plan().intendedStart() : started;
        return expected.stream()
                .flatMap(one -> {
                    ReleaseRoad recorded = entityManager.find(ReleaseRoad.class, one.id());
                    ReleaseRoad road =
                            recorded != null && recorded.standsUnder(one.pledge()) ? recorded : new ReleaseRoad(one);
                    return Optional.ofNullable(road.findTeamDueOn(from)).stream();
                })
                .min(Comparator.naturalOrder());
    }

    // ---- steps

    /** The person lets the data of one law be used for the plan’s: only where that is needed. */
    @Transactional(REQUIRED)
    public void recordConsent(ReleaseRoadId id, int version, LocalDate givenOn) {
        ExpectedRelease expected = lock(id);
        User user = access.require(Operation.RELEASE, expected.neighbourhood());
        RoadSurvey.Surveyed surveyed = survey(expected);
        recorded(surveyed, version, user).recordConsent(givenOn, surveyed.facts(), today(), user.id());
        audit("consent", expected, "on=" + givenOn);
    }

    /** The letter that ends the own help was sent. */
    @Transactional(REQUIRED)
    public void revise(ReleaseRoadId id, int version, LocalDate sentOn, LocalDate lastDay) {
        ExpectedRelease expected = lock(id);
        User user = access.require(Operation.RELEASE, expected.neighbourhood());
        RoadSurvey.Surveyed surveyed = survey(expected);
        recorded(surveyed, version, user).revise(sentOn, lastDay, surveyed.facts(), today(), user.id());
        audit("decision", expected, "on=" + sentOn + " last-day=" + lastDay);
    }

    /** The provider was asked about the last day. */
    @Transactional(REQUIRED)
    public void consult(
            ReleaseRoadId id, int version, LocalDate on, ProviderOutcome outcome, @Nullable LocalDate otherDate) {
        ExpectedRelease expected = lock(id);
        User user = access.require(Operation.RELEASE, expected.neighbourhood());
        RoadSurvey.Surveyed surveyed = survey(expected);
        recorded(surveyed, version, user).consult(on, outcome, otherDate, surveyed.facts(), today(), user.id());
        audit("provider", expected, "on=" + on + " outcome=" + outcome);
    }

    /**
     * Letters of one day, with one last day: all of them are recorded, or none.
     *
     * @param chosen with the version that the user saw of each
     */
    @Transactional(REQUIRED)
    public void reviseAll(Map<ReleaseRoadId, Integer> chosen, LocalDate sentOn, LocalDate lastDay) {
        access.require(Operation.RELEASE);
        inOrder(chosen).forEach(id -> revise(id, Objects.requireNonNull(chosen.get(id)), sentOn, lastDay));
    }

    /** One talk with a provider about several: all are recorded, or none. */
    @Transactional(REQUIRED)
    public void consultAll(
            Map<ReleaseRoadId, Integer> chosen, LocalDate on, ProviderOutcome outcome, @Nullable LocalDate otherDate) {
        access.require(Operation.RELEASE);
        inOrder(chosen).forEach(id -> consult(id, Objects.requireNonNull(chosen.get(id)), on, outcome, otherDate));
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
        recorded(surveyed, version, user).takeBack(step, reason, surveyed.facts(), today(), user.id());
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
            ReleaseRoad road = recorded(one, Objects.requireNonNull(chosen.get(one.id())), user);
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

    private ReleaseRoad recorded(RoadSurvey.Surveyed surveyed, int version, User user) {
        Conflict.unlessSame(version, surveyed.version());
        ReleaseRoad recorded = surveyed.recorded();
        if (recorded == null) {
            entityManager.persist(surveyed.road());
            return surveyed.road();
        }
        recorded.standUnder(surveyed.expected().pledge(), today(), user.id());
        return recorded;
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
