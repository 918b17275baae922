package nl.buurtbundel.release;

import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.buurtbundel.catalogue.Catalogue;
import nl.buurtbundel.catalogue.CollectiveAlternative;
import nl.buurtbundel.catalogue.ShareEstimate;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Parts;
import nl.buurtbundel.initiative.InitiativeDossier;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.initiative.PlanCourse;
import nl.buurtbundel.initiative.PledgeId;
import nl.buurtbundel.initiative.Stage;
import nl.buurtbundel.initiative.YesStanding;
import nl.buurtbundel.ledger.Ledger;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.opportunity.Usage;
import nl.buurtbundel.provision.AnnualCost;
import nl.buurtbundel.provision.ConsentGiven;
import nl.buurtbundel.provision.ContractForm;
import nl.buurtbundel.provision.Law;
import nl.buurtbundel.provision.PersonId;
import nl.buurtbundel.provision.ProvisionDetails;
import nl.buurtbundel.provision.ProvisionId;
import nl.buurtbundel.provision.ProvisionToChange;
import nl.buurtbundel.provision.Provisions;
import org.jspecify.annotations.Nullable;

/** Gathers what is known of releases from the plan, the messages and the registers. Whoever asks has checked, and logs the look. */
@ApplicationScoped
@Transactional(SUPPORTS)
class RoadSurvey {
    @PersistenceContext
    private EntityManager entityManager;

    private final Initiatives initiatives;
    private final Provisions provisions;
    private final Catalogue catalogue;
    private final Usage usage;
    private final Ledger ledger;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected RoadSurvey() {
        this(null, null, null, null, null, null);
    }

    @Inject
    RoadSurvey(
            Initiatives initiatives,
            Provisions provisions,
            Catalogue catalogue,
            Usage usage,
            Ledger ledger,
            Clock clock) {
        this.initiatives = initiatives;
        this.provisions = provisions;
        this.catalogue = catalogue;
        this.usage = usage;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * One expected release with all that is known of it.
     *
     * @param recorded none as long as nobody recorded anything
     * @param road what was recorded; else as it begins
     * @param startsOn from when it is expected to come free as long as no last day is known
     * @param replacedAYear what the plan expects to replace in a year; none where that is unknown or the contract frees nothing
     * @param realised what came free, by year
     * @param late what came free for a year that was closed by then, by year
     */
    record Surveyed(
            ExpectedRelease expected,
            @Nullable ReleaseRoad recorded,
            ReleaseRoad road,
            ProvisionToChange provision,
            RoadFacts facts,
            Stage stage,
            LocalDate startsOn,
            @Nullable Money replacedAYear,
            SortedMap<FiscalYear, Money> realised,
            SortedMap<FiscalYear, Money> late) {

        ReleaseRoadId id() {
            return new ReleaseRoadId(expected.id());
        }

        int version() {
            return recorded == null ? 0 : recorded.version();
        }

        /** The last day of the own help: reported, ordered, agreed, in the letter, or as the plan expected it. */
        LocalDate lastDay() {
            LocalDate stopped = facts.stoppedOn();
            if (stopped != null) {
                return stopped;
            }
            LocalDate known = road.lastDay();
            return known == null ? startsOn.minusDays(1) : known;
        }

        SortedMap<FiscalYear, Money> planned() {
            Money aYear = replacedAYear;
            return aYear == null || facts.ended() && !facts.hasStopped()
                    ? new TreeMap<>()
                    : expected.planned(lastDay(), aYear).byYear();
        }

        ReleaseLikelihood likelihood() {
            return road.likelihood(facts, stage);
        }

        TeamRoad forTeam(LocalDate today) {
            ProvisionDetails details = provision.details();
            LocalDate letter = road.letterOn();
            return new TeamRoad(
                    id(),
                    version(),
                    details.number(),
                    details.form(),
                    facts.otherLaw(),
                    road.steps(facts, today),
                    facts.ended(),
                    road.mustCallOffOrder(facts),
                    road.lastDay(),
                    facts.allocatedUntil(),
                    road.orderedUntil(),
                    letter == null ? null : ObjectionTerm.lastDay(letter),
                    road.outcome() == ProviderOutcome.DISAGREES,
                    planned(),
                    likelihood(),
                    Arrays.stream(ReleaseStep.values())
                            .filter(step -> !road.listUndoneWith(step).isEmpty())
                            .collect(Collectors.toMap(Function.identity(), road::listUndoneWith)),
                    road.deeds());
        }
    }

    /** All of a plan. */
    List<Surveyed> of(InitiativeId initiative) {
        List<ExpectedRelease> all = listExpected(List.of(initiative));
        return survey(initiative, all, all);
    }

    /** Some of a plan. */
    List<Surveyed> of(InitiativeId initiative, Collection<ReleaseRoadId> roads) {
        Set<Long> wanted = roads.stream().map(ReleaseRoadId::value).collect(Collectors.toSet());
        List<ExpectedRelease> all = listExpected(List.of(initiative));
        return survey(
                initiative,
                all,
                all.stream().filter(expected -> wanted.contains(expected.id())).toList());
    }

    /** What the team has to do for one that is expected. */
    record Turn(PlanCourse plan, TeamTurn team) {}

    /**
     * What the team has to do for these, of whichever plans: what is recorded and registered says it, so that no message is read
     * and nobody is looked at. In as many queries for many as for few.
     */
    List<Turn> turnsOf(List<ExpectedRelease> expected) {
        List<InitiativeId> plans =
                expected.stream().map(ExpectedRelease::initiative).distinct().toList();
        Map<InitiativeId, PlanCourse> courses = initiatives.listCourses(plans);
        Map<InitiativeId, Law> laws = new HashMap<>();
        listExpected(plans).stream()
                .collect(Collectors.groupingBy(ExpectedRelease::initiative))
                .forEach((plan, all) -> Optional.ofNullable(leadingLaw(all)).ifPresent(law -> laws.put(plan, law)));
        Map<Long, ReleaseRoad> roads = mapRoads(plans);
        Map<PledgeId, YesStanding> yeses = mapYeses(expected);
        Map<PersonId, Set<ConsentGiven>> consents = mapConsents(expected);
        Map<ProvisionId, ContractForm> forms = provisions.mapForms(
                expected.stream().map(ExpectedRelease::provision).distinct().toList());
        List<Turn> turns = new ArrayList<>();
        for (ExpectedRelease one : expected) {
            PlanCourse plan = courses.get(one.initiative());
            if (plan != null) {
                Law given = one.findLaw().orElse(null);
                Law law = laws.get(one.initiative());
                Law other = given == null || given == law ? null : law;
                RoadFacts facts = new RoadFacts(
                        plan.startsOn(),
                        plan.trialEndsOn(),
                        isDefinite(one, yeses),
                        other,
                        isConsented(one, given, other, consents),
                        forms.get(one.provision()) == ContractForm.LUMP_SUM,
                        null,
                        null,
                        null,
                        false,
                        null,
                        isEnded(one));
                roadOf(one, roads).findTeamTurn(facts, today()).ifPresent(team -> turns.add(new Turn(plan, team)));
            }
        }
        return turns;
    }

    private static ReleaseRoad roadOf(ExpectedRelease expected, Map<Long, ReleaseRoad> roads) {
        ReleaseRoad recorded = roads.get(expected.id());
        return recorded == null ? new ReleaseRoad(expected) : recorded;
    }

    private Map<PledgeId, YesStanding> mapYeses(List<ExpectedRelease> expected) {
        return initiatives.mapYeses(
                expected.stream().map(ExpectedRelease::pledge).distinct().toList());
    }

    private Map<PersonId, Set<ConsentGiven>> mapConsents(List<ExpectedRelease> expected) {
        return provisions.consentsFor(
                expected.stream().map(ExpectedRelease::person).toList(), today());
    }

    private static boolean isDefinite(ExpectedRelease expected, Map<PledgeId, YesStanding> yeses) {
        YesStanding yes = yeses.get(expected.pledge());
        return yes != null && yes.isDefinite();
    }

    private static boolean isConsented(
            ExpectedRelease expected,
            @Nullable Law given,
            @Nullable Law other,
            Map<PersonId, Set<ConsentGiven>> consents) {
        return given != null
                && other != null
                && consents.getOrDefault(expected.person(), Set.of()).contains(new ConsentGiven(given, other));
    }

    private static boolean isEnded(ExpectedRelease expected) {
        return expected.isLapsed() || expected.hasReturned() || expected.isExcluded();
    }

    /** @param all of the plan, of which some are looked at */
    private List<Surveyed> survey(InitiativeId initiative, List<ExpectedRelease> all, List<ExpectedRelease> expected) {
        if (expected.isEmpty()) {
            return List.of();
        }
        PlanOnTheWay plan = new PlanOnTheWay(initiative, leadingLaw(all));
        Map<Long, ReleaseRoad> roads = mapRoads(List.of(initiative));
        Map<PledgeId, YesStanding> yeses = mapYeses(expected);
        Map<ProvisionId, ProvisionToChange> found =
                provisions
                        .listToChange(expected.stream()
                                .map(ExpectedRelease::provision)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(one -> one.details().id(), Function.identity()));
        Map<PersonId, Set<ConsentGiven>> consents = mapConsents(expected);
        Map<ProvisionId, List<RealisedRelease>> realised =
                listRealised(initiative).stream().collect(Collectors.groupingBy(RealisedRelease::provision));
        List<Surveyed> surveyed = new ArrayList<>();
        for (ExpectedRelease one : expected) {
            ProvisionToChange provision = found.get(one.provision());
            if (provision != null) {
                Law given = provision.details().law();
                Law other = plan.law == given ? null : plan.law;
                surveyed.add(plan.survey(
                        one,
                        roads.get(one.id()),
                        provision,
                        isDefinite(one, yeses),
                        other,
                        isConsented(one, given, other, consents),
                        realised.getOrDefault(one.provision(), List.of())));
            }
        }
        return surveyed;
    }

    /** What holds for all of a plan. */
    private final class PlanOnTheWay {
        private final PlanCourse course;
        private final @Nullable Law law;
        private final LocalDate freesFrom;
        private final int replacedBasisPoints;
        /** Asked of the book once for a year. */
        private final Map<FiscalYear, Boolean> open = new HashMap<>();

        PlanOnTheWay(InitiativeId initiative, @Nullable Law law) {
            course = Optional.ofNullable(
                            initiatives.listCourses(List.of(initiative)).get(initiative))
                    .orElseThrow(NotFound::new);
            this.law = law;
            InitiativeDossier dossier = initiatives.readDossier(initiative);
            Optional<CollectiveAlternative> alternative = Optional.ofNullable(dossier.alternative())
                    .map(id -> catalogue.read(id).alternative());
            freesFrom = dossier.intendedStart()
                    .plusMonths(alternative.map(one -> one.delay().months()).orElse(0));
            replacedBasisPoints =
                    alternative.map(one -> one.replacedShare().likely()).orElse(0);
        }

        private boolean isLate(RealisedRelease part) {
            return part.isHeld()
                    && !open.computeIfAbsent(
                            part.year(),
                            year -> ledger.isOpen(part.neighbourhood().municipality(), year));
        }

        Surveyed survey(
                ExpectedRelease expected,
                @Nullable ReleaseRoad recorded,
                ProvisionToChange provision,
                boolean definite,
                @Nullable Law other,
                boolean consented,
                List<RealisedRelease> realised) {
            ProvisionDetails details = provision.details();
            List<RealisedRelease> standing =
                    realised.stream().filter(part -> !part.isCountered()).toList();
            boolean stopped = expected.hasStopped() || expected.hasReturned();
            RoadFacts facts = new RoadFacts(
                    course.startsOn(),
                    course.trialEndsOn(),
                    definite,
                    other,
                    consented,
                    details.form() == ContractForm.LUMP_SUM,
                    details.period().lastDay(),
                    stopped ? details.stoppedOn() : null,
                    provision.declaredUntil(),
                    stopped && standing.isEmpty(),
                    postedOn(standing),
                    isEnded(expected));
            Money aYear = aYear(expected, details)
                    .map(amount -> amount.timesFraction(replacedBasisPoints, ShareEstimate.WHOLE))
                    .filter(Money::isPositive)
                    .orElse(null);
            SortedMap<FiscalYear, Money> byYear = new TreeMap<>();
            SortedMap<FiscalYear, Money> late = new TreeMap<>();
            standing.forEach(part -> (isLate(part) ? late : byYear).merge(part.year(), part.amount(), Money::plus));
            return new Surveyed(
                    expected,
                    recorded,
                    recorded == null ? new ReleaseRoad(expected) : recorded,
                    provision,
                    facts,
                    course.stage(),
                    freesFrom,
                    aYear,
                    byYear,
                    late);
        }
    }

    /** As it was allocated before the allocation was shortened: an amount for a whole period is not more because that is short. */
    private Optional<Money> aYear(ExpectedRelease expected, ProvisionDetails details) {
        return details.expectedCost(
                expected.findAllocated().map(AnnualCost::known).orElse(details.allocated()), usage.basisPoints());
    }

    /** The law of the plan is that of most of the help that it takes the place of; the first in the list where that is even. */
    static @Nullable Law leadingLaw(List<ExpectedRelease> expected) {
        Map<Law, Long> counts = expected.stream()
                .flatMap(one -> one.findLaw().stream())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.keySet().stream()
                .max(Comparator.comparing((Law law) -> counts.getOrDefault(law, 0L))
                        .thenComparing(Comparator.<Law>naturalOrder().reversed()))
                .orElse(null);
    }

    private @Nullable LocalDate postedOn(List<RealisedRelease> standing) {
        return standing.stream()
                .flatMap(part -> part.findPostedAt().stream())
                .max(Comparator.naturalOrder())
                .map(at -> at.atZone(clock.getZone()).toLocalDate())
                .orElse(null);
    }

    private List<ExpectedRelease> listExpected(Collection<InitiativeId> plans) {
        List<ExpectedRelease> expected = new ArrayList<>();
        for (List<Long> some : Parts.of(plans.stream().map(InitiativeId::value).toList())) {
            expected.addAll(entityManager
                    .createQuery(
                            "select e from ExpectedRelease e where e.initiative in :plans order by e.id",
                            ExpectedRelease.class)
                    .setParameter("plans", some)
                    .getResultList());
        }
        return expected;
    }

    /** What was recorded, by what is expected. */
    Map<Long, ReleaseRoad> mapRoads(Collection<InitiativeId> plans) {
        Map<Long, ReleaseRoad> roads = new HashMap<>();
        for (List<Long> some : Parts.of(plans.stream().map(InitiativeId::value).toList())) {
            entityManager
                    .createQuery("select r from ReleaseRoad r where r.initiative in :plans", ReleaseRoad.class)
                    .setParameter("plans", some)
                    .getResultStream()
                    .forEach(road -> roads.put(road.expected(), road));
        }
        return roads;
    }

    private List<RealisedRelease> listRealised(InitiativeId initiative) {
        return entityManager
                .createQuery(
                        "select r from RealisedRelease r where r.initiative = :initiative order by r.id",
                        RealisedRelease.class)
                .setParameter("initiative", initiative.value())
                .getResultList();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
