package nl.buurtbundel.release;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

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
import nl.buurtbundel.initiative.InitiativeDossier;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.InitiativePage;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.initiative.PledgeId;
import nl.buurtbundel.initiative.Stage;
import nl.buurtbundel.initiative.YesStanding;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.opportunity.Usage;
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
@Transactional(MANDATORY)
class RoadSurvey {
    @PersistenceContext
    private EntityManager entityManager;

    private final Initiatives initiatives;
    private final Provisions provisions;
    private final Catalogue catalogue;
    private final Usage usage;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected RoadSurvey() {
        this(null, null, null, null, null);
    }

    @Inject
    RoadSurvey(Initiatives initiatives, Provisions provisions, Catalogue catalogue, Usage usage, Clock clock) {
        this.initiatives = initiatives;
        this.provisions = provisions;
        this.catalogue = catalogue;
        this.usage = usage;
        this.clock = clock;
    }

    /**
     * One expected release with all that is known of it.
     *
     * @param recorded none as long as nobody recorded anything
     * @param road what was recorded under the yes that it stands under now; else as it begins
     * @param startsOn from when it is expected to come free as long as no last day is known
     * @param replacedAYear what the plan expects to replace in a year; none where that is unknown or the contract frees nothing
     * @param realised what came free, by year
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
            SortedMap<FiscalYear, Money> realised) {

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
        return survey(initiative, listExpected(initiative));
    }

    /** Some of a plan. */
    List<Surveyed> of(InitiativeId initiative, Collection<ReleaseRoadId> roads) {
        Set<Long> wanted = roads.stream().map(ReleaseRoadId::value).collect(Collectors.toSet());
        return survey(
                initiative,
                listExpected(initiative).stream()
                        .filter(expected -> wanted.contains(expected.id()))
                        .toList());
    }

    private List<Surveyed> survey(InitiativeId initiative, List<ExpectedRelease> expected) {
        if (expected.isEmpty()) {
            return List.of();
        }
        PlanOnTheWay plan = new PlanOnTheWay(initiative);
        Map<Long, ReleaseRoad> roads =
                listRoads(initiative).stream().collect(Collectors.toMap(ReleaseRoad::expected, Function.identity()));
        Map<ProvisionId, ProvisionToChange> found =
                provisions
                        .listToChange(expected.stream()
                                .map(ExpectedRelease::provision)
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(one -> one.details().id(), Function.identity()));
        Map<PersonId, Set<ConsentGiven>> consents = provisions.consentsFor(
                expected.stream().map(ExpectedRelease::person).toList(), today());
        Map<ProvisionId, List<RealisedRelease>> realised =
                listRealised(initiative).stream().collect(Collectors.groupingBy(RealisedRelease::provision));
        List<Surveyed> surveyed = new ArrayList<>();
        for (ExpectedRelease one : expected) {
            ProvisionToChange provision = found.get(one.provision());
            if (provision != null) {
                surveyed.add(plan.survey(
                        one,
                        roads.get(one.id()),
                        provision,
                        consents.getOrDefault(one.person(), Set.of()),
                        realised.getOrDefault(one.provision(), List.of())));
            }
        }
        return surveyed;
    }

    /** What holds for all of a plan. */
    private final class PlanOnTheWay {
        private final InitiativePage page;
        private final @Nullable Law law;
        private final LocalDate freesFrom;
        private final int replacedBasisPoints;
        private final Map<PledgeId, YesStanding> yeses = new HashMap<>();

        PlanOnTheWay(InitiativeId initiative) {
            page = initiatives.read(initiative);
            law = leadingLaw(listExpected(initiative));
            InitiativeDossier dossier = initiatives.readDossier(initiative);
            Optional<CollectiveAlternative> alternative = Optional.ofNullable(dossier.alternative())
                    .map(id -> catalogue.read(id).alternative());
            freesFrom = dossier.intendedStart()
                    .plusMonths(alternative.map(one -> one.delay().months()).orElse(0));
            replacedBasisPoints =
                    alternative.map(one -> one.replacedShare().likely()).orElse(0);
        }

        Surveyed survey(
                ExpectedRelease expected,
                @Nullable ReleaseRoad recorded,
                ProvisionToChange provision,
                Set<ConsentGiven> consents,
                List<RealisedRelease> realised) {
            ReleaseRoad road =
                    recorded != null && recorded.standsUnder(expected.pledge()) ? recorded : new ReleaseRoad(expected);
            ProvisionDetails details = provision.details();
            Law other = law == details.law() ? null : law;
            boolean consented = other != null && consents.contains(new ConsentGiven(details.law(), other));
            List<RealisedRelease> standing =
                    realised.stream().filter(part -> !part.isCountered()).toList();
            boolean stopped = expected.hasStopped() || expected.hasReturned();
            RoadFacts facts = new RoadFacts(
                    startsOn(),
                    trialEndsOn(),
                    yeses.computeIfAbsent(expected.pledge(), initiatives::readYes)
                            .isDefinite(),
                    other,
                    consented,
                    details.form() == ContractForm.LUMP_SUM,
                    details.period().lastDay(),
                    stopped ? details.stoppedOn() : null,
                    provision.declaredUntil(),
                    stopped && standing.isEmpty(),
                    postedOn(standing),
                    expected.isLapsed() || expected.hasReturned() || expected.isExcluded());
            Money aYear = aYear(expected, details)
                    .map(amount -> amount.timesFraction(replacedBasisPoints, ShareEstimate.WHOLE))
                    .filter(Money::isPositive)
                    .orElse(null);
            SortedMap<FiscalYear, Money> byYear = new TreeMap<>();
            standing.forEach(part -> byYear.merge(part.year(), part.amount(), Money::plus));
            return new Surveyed(expected, recorded, road, provision, facts, page.stage(), freesFrom, aYear, byYear);
        }

        private LocalDate startsOn() {
            LocalDate started = page.startedOn();
            return started == null ? page.plan().intendedStart() : started;
        }

        private @Nullable LocalDate trialEndsOn() {
            int months = page.plan().trialMonths();
            if (months == 0) {
                return null;
            }
            LocalDate promised = page.trialEndsOn();
            return promised == null ? startsOn().plusMonths(months) : promised;
        }
    }

    /** As it was allocated before the allocation was shortened: an amount for a whole period is not more because that is short. */
    private Optional<Money> aYear(ExpectedRelease expected, ProvisionDetails details) {
        Optional<Money> allocated = expected.findAllocated();
        return allocated.isPresent() && details.declared() == null && details.form() != ContractForm.LUMP_SUM
                ? allocated.map(amount -> amount.timesFraction(usage.basisPoints(), ShareEstimate.WHOLE))
                : details.expectedCost(usage.basisPoints());
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

    private List<ExpectedRelease> listExpected(InitiativeId initiative) {
        return entityManager
                .createQuery(
                        "select e from ExpectedRelease e where e.initiative = :initiative order by e.id",
                        ExpectedRelease.class)
                .setParameter("initiative", initiative.value())
                .getResultList();
    }

    private List<ReleaseRoad> listRoads(InitiativeId initiative) {
        return entityManager
                .createQuery("select r from ReleaseRoad r where r.initiative = :initiative", ReleaseRoad.class)
                .setParameter("initiative", initiative.value())
                .getResultList();
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
