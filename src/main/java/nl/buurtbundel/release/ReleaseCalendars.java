package nl.buurtbundel.release;

import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import nl.buurtbundel.decision.Decisions;
import nl.buurtbundel.decision.PlanGrant;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.InitiativeSummary;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.initiative.PlanCourse;
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

    private final Initiatives initiatives;
    private final Provisions provisions;
    private final PooledBudgets budgets;
    private final Decisions decisions;
    private final RoadSurvey survey;
    private final Access access;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected ReleaseCalendars() {
        this(null, null, null, null, null, null);
    }

    @Inject
    ReleaseCalendars(
            Initiatives initiatives,
            Provisions provisions,
            PooledBudgets budgets,
            Decisions decisions,
            RoadSurvey survey,
            Access access) {
        this.initiatives = initiatives;
        this.provisions = provisions;
        this.budgets = budgets;
        this.decisions = decisions;
        this.survey = survey;
        this.access = access;
    }

    /**
     * What comes free when, of all granted plans within the reader’s rights. The steps of single households count for who may
     * see those; for all others how far the plan itself has come, which everybody knows.
     */
    public ReleaseCalendar read() {
        access.require(Operation.SEE_BUDGETS);
        List<Shown> plans = initiatives.listByStage(GRANTED).stream()
                .filter(plan ->
                        Need.find(plan.need()).isPresent() && access.may(Operation.SEE_BUDGETS, plan.neighbourhood()))
                .map(plan -> new Shown(
                        plan,
                        Need.find(plan.need()).orElseThrow(),
                        budgets.seesHouseholds(plan.neighbourhood()),
                        budgets.listExpectedParts(plan.id().reference(), plan.neighbourhood())))
                .toList();
        List<InitiativeId> ids = plans.stream().map(one -> one.plan().id()).toList();
        Map<ProvisionId, ContractForm> forms = provisions.mapForms(plans.stream()
                .flatMap(one -> one.parts().stream())
                .flatMap(part -> behind(part).stream())
                .distinct()
                .toList());
        Map<InitiativeId, Map<ProvisionId, ReleaseRoad>> roads = mapRoads(
                plans.stream().filter(Shown::exact).map(one -> one.plan().id()).toList());
        Map<InitiativeId, PlanCourse> courses = initiatives.listCourses(ids);
        Map<InitiativeId, PlanGrant> grants = decisions.mapGrants(ids);
        List<ReleaseCalendar.Expected> parts = new ArrayList<>();
        List<ReleaseCalendar.FirstYear> firstYears = new ArrayList<>();
        for (Shown one : plans) {
            InitiativeId id = one.plan().id();
            parts.addAll(expected(one, forms, roads.getOrDefault(id, Map.of())));
            PlanCourse course = Objects.requireNonNull(courses.get(id));
            PlanGrant grant = grants.get(id);
            ReleaseCalendar.Cost asked =
                    new ReleaseCalendar.Cost(one.plan().startUp(), one.plan().yearlyCost());
            firstYears.add(firstYear(
                    one.plan(),
                    grant == null ? asked : asked.granted(grant.amount()),
                    course.costsFrom(grant == null ? course.intendedStart() : grant.proposedOn())));
        }
        return ReleaseCalendar.of(parts, firstYears, plans.stream().allMatch(Shown::exact));
    }

    private record Shown(InitiativeSummary plan, Need need, boolean exact, List<ExpectedPart> parts) {}

    private static List<ReleaseCalendar.Expected> expected(
            Shown shown, Map<ProvisionId, ContractForm> forms, Map<ProvisionId, ReleaseRoad> roads) {
        Stage stage = shown.plan().stage();
        return shown.parts().stream()
                .map(part -> {
                    List<ProvisionId> behind = behind(part);
                    boolean certain = part.release().realised();
                    ReleaseRoad road = behind.size() == 1 ? roads.get(behind.get(0)) : null;
                    return new ReleaseCalendar.Expected(
                            certain
                                    ? part.release().from()
                                    : from(road, part.release().from()),
                            shown.need(),
                            commonForm(behind, forms),
                            certain,
                            part.release().aYear(),
                            certain
                                    ? ReleaseLikelihood.STOPPED
                                    : road == null ? ReleaseLikelihood.of(stage) : road.recordedLikelihood(stage));
                })
                .toList();
    }

    private static List<ProvisionId> behind(ExpectedPart part) {
        return part.provisions().stream()
                .flatMap(reference -> ProvisionId.find(reference).stream())
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

    /** @param from the day from which the plan costs money, as the page of its decision has it */
    private ReleaseCalendar.FirstYear firstYear(InitiativeSummary plan, ReleaseCalendar.Cost cost, LocalDate from) {
        return new ReleaseCalendar.FirstYear(
                budgets.readMonthlyCover(
                        plan.id().reference(),
                        plan.neighbourhood(),
                        YearMonth.from(from),
                        cost.startUp(),
                        cost.yearly(),
                        null,
                        List.of()),
                ReleaseLikelihood.of(plan.stage()));
    }

    private Map<InitiativeId, Map<ProvisionId, ReleaseRoad>> mapRoads(List<InitiativeId> plans) {
        return survey.mapRoads(plans).values().stream()
                .collect(Collectors.groupingBy(
                        ReleaseRoad::initiative, Collectors.toMap(ReleaseRoad::provision, Function.identity())));
    }
}
