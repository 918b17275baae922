package nl.buurtbundel.release;

import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.budget.ExpectedPart;
import nl.buurtbundel.budget.PooledBudgets;
import nl.buurtbundel.initiative.InitiativeDossier;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.InitiativeSummary;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.initiative.Stage;
import nl.buurtbundel.provision.ContractForm;
import nl.buurtbundel.provision.Need;
import nl.buurtbundel.provision.ProvisionId;
import nl.buurtbundel.provision.Provisions;
import org.jspecify.annotations.Nullable;

/** The release calendar of the plans that a reader may see the money of. */
@ApplicationScoped
@Transactional(SUPPORTS)
public class ReleaseCalendars {
    private static final Set<Stage> GRANTED =
            EnumSet.of(Stage.GRANTED, Stage.PARTLY_GRANTED, Stage.TRIAL, Stage.RUNNING);

    @PersistenceContext
    private EntityManager entityManager;

    private final Initiatives initiatives;
    private final Provisions provisions;
    private final PooledBudgets budgets;
    private final Access access;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected ReleaseCalendars() {
        this(null, null, null, null);
    }

    @Inject
    ReleaseCalendars(Initiatives initiatives, Provisions provisions, PooledBudgets budgets, Access access) {
        this.initiatives = initiatives;
        this.provisions = provisions;
        this.budgets = budgets;
        this.access = access;
    }

    /**
     * What comes free when, of all granted plans within the reader’s rights. The steps of single households count for who may
     * see those; for all others how far the plan itself has come, which everybody knows.
     */
    public ReleaseCalendar read() {
        access.require(Operation.SEE_BUDGETS);
        List<ReleaseCalendar.Expected> parts = new ArrayList<>();
        List<ReleaseCalendar.FirstYear> firstYears = new ArrayList<>();
        boolean allExact = true;
        for (InitiativeSummary plan : initiatives.listByStage(GRANTED)) {
            Optional<Need> need = Need.find(plan.need());
            if (need.isPresent() && access.may(Operation.SEE_BUDGETS, plan.neighbourhood())) {
                boolean exact = budgets.seesHouseholds(plan.neighbourhood());
                allExact &= exact;
                parts.addAll(expected(plan, need.get(), exact));
                firstYears.add(firstYear(plan));
            }
        }
        return ReleaseCalendar.of(parts, firstYears, allExact);
    }

    private List<ReleaseCalendar.Expected> expected(InitiativeSummary plan, Need need, boolean exact) {
        List<ExpectedPart> parts = budgets.listExpectedParts(plan.id().reference(), plan.neighbourhood());
        Map<String, ProvisionId> ids = parts.stream()
                .flatMap(part -> part.provisions().stream())
                .distinct()
                .collect(Collectors.toMap(Function.identity(), ReleaseCalendars::provision));
        Map<ProvisionId, ContractForm> forms = provisions.mapForms(ids.values());
        Map<ProvisionId, ReleaseRoad> roads = exact ? mapRoads(plan.id()) : Map.of();
        return parts.stream()
                .map(part -> {
                    List<ProvisionId> behind = part.provisions().stream()
                            .map(ids::get)
                            .flatMap(id -> Optional.ofNullable(id).stream())
                            .toList();
                    boolean certain = part.release().realised();
                    ReleaseRoad road = behind.size() == 1 ? roads.get(behind.get(0)) : null;
                    return new ReleaseCalendar.Expected(
                            certain
                                    ? part.release().from()
                                    : from(road, part.release().from()),
                            need,
                            commonForm(behind, forms),
                            certain,
                            part.release().aYear(),
                            certain
                                    ? ReleaseLikelihood.STOPPED
                                    : road == null
                                            ? ReleaseLikelihood.of(plan.stage())
                                            : road.recordedLikelihood(plan.stage()));
                })
                .toList();
    }

    /** A last day that was written, agreed or ordered says more than what the plan expected. */
    private static YearMonth from(@Nullable ReleaseRoad road, YearMonth expected) {
        LocalDate lastDay = road == null ? null : road.lastDay();
        return lastDay == null ? expected : YearMonth.from(lastDay.plusDays(1));
    }

    /** Forms that are mixed are not told apart: each by itself could be too few. */
    private static @Nullable ContractForm commonForm(List<ProvisionId> behind, Map<ProvisionId, ContractForm> forms) {
        Set<Optional<ContractForm>> found = new HashSet<>();
        behind.forEach(id -> found.add(Optional.ofNullable(forms.get(id))));
        return found.size() == 1 ? found.iterator().next().orElse(null) : null;
    }

    private ReleaseCalendar.FirstYear firstYear(InitiativeSummary plan) {
        InitiativeDossier dossier = initiatives.readDossier(plan.id());
        return new ReleaseCalendar.FirstYear(
                budgets.readMonthlyCover(
                        plan.id().reference(),
                        plan.neighbourhood(),
                        YearMonth.from(dossier.intendedStart()),
                        plan.startUp(),
                        plan.yearlyCost(),
                        null,
                        List.of()),
                ReleaseLikelihood.of(plan.stage()));
    }

    /** Each as far as it was recorded for the yes that it stands under now. */
    private Map<ProvisionId, ReleaseRoad> mapRoads(InitiativeId plan) {
        Map<Long, ReleaseRoad> roads = entityManager
                .createQuery("select r from ReleaseRoad r where r.initiative = :plan", ReleaseRoad.class)
                .setParameter("plan", plan.value())
                .getResultStream()
                .collect(Collectors.toMap(ReleaseRoad::expected, Function.identity()));
        return entityManager
                .createQuery("select e from ExpectedRelease e where e.initiative = :plan", ExpectedRelease.class)
                .setParameter("plan", plan.value())
                .getResultStream()
                .filter(expected -> {
                    ReleaseRoad road = roads.get(expected.id());
                    return road != null && road.standsUnder(expected.pledge());
                })
                .map(expected -> Objects.requireNonNull(roads.get(expected.id())))
                .collect(Collectors.toMap(ReleaseRoad::provision, Function.identity()));
    }

    private static ProvisionId provision(String reference) {
        return new ProvisionId(Long.parseLong(reference.substring(reference.indexOf(':') + 1)));
    }
}
