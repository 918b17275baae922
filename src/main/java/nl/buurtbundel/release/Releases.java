package nl.buurtbundel.release;

import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.CurrentUser;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.User;
import nl.buurtbundel.budget.Help;
import nl.buurtbundel.budget.PooledBudgets;
import nl.buurtbundel.catalogue.Catalogue;
import nl.buurtbundel.catalogue.CollectiveAlternative;
import nl.buurtbundel.catalogue.ShareEstimate;
import nl.buurtbundel.initiative.InitiativeDossier;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.InitiativeMoved;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.initiative.PledgeMoved;
import nl.buurtbundel.initiative.PledgedPerson;
import nl.buurtbundel.initiative.Stage;
import nl.buurtbundel.ledger.AccountKey;
import nl.buurtbundel.ledger.AccountKind;
import nl.buurtbundel.ledger.AccountSummary;
import nl.buurtbundel.ledger.Ledger;
import nl.buurtbundel.ledger.TaskFields;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.opportunity.TakenNeeds;
import nl.buurtbundel.opportunity.Usage;
import nl.buurtbundel.provision.ContractForm;
import nl.buurtbundel.provision.CostedProvision;
import nl.buurtbundel.provision.HouseholdId;
import nl.buurtbundel.provision.Households;
import nl.buurtbundel.provision.Law;
import nl.buurtbundel.provision.Need;
import nl.buurtbundel.provision.PersonId;
import nl.buurtbundel.provision.ProvisionDetails;
import nl.buurtbundel.provision.ProvisionId;
import nl.buurtbundel.provision.ProvisionStopped;
import nl.buurtbundel.provision.Provisions;
import nl.buurtbundel.provision.StopTakenBack;
import org.jspecify.annotations.Nullable;

/**
 * From a household’s own help to the plan and its money: planned when a plan is granted, realised when the provider reports
 * that it stopped for the municipality’s initiative, taken back when the household leaves. All of it happens in the
 * transaction of what caused it.
 */
@ApplicationScoped
@Transactional(SUPPORTS)
public class Releases {
    /** The provider stopped on the initiative of the municipality (WJ588, code 36). */
    private static final String ON_INITIATIVE_OF_THE_MUNICIPALITY = "36";

    private static final Set<Stage> GRANTED =
            EnumSet.of(Stage.GRANTED, Stage.PARTLY_GRANTED, Stage.TRIAL, Stage.RUNNING);

    @PersistenceContext
    private EntityManager entityManager;

    private final Provisions provisions;
    private final Households households;
    private final Catalogue catalogue;
    private final Initiatives initiatives;
    private final PooledBudgets budgets;
    private final Ledger ledger;
    private final TaskFields taskFields;
    private final TakenNeeds takenNeeds;
    private final WaysBack waysBack;
    private final Access access;
    private final CurrentUser currentUser;
    private final AuditLog audit;
    private final Clock clock;
    /** The part of an allocation that is really used, where nothing was declared: a named assumption. */
    private final Usage usage;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected Releases() {
        this(null, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    Releases(
            Provisions provisions,
            Households households,
            Catalogue catalogue,
            Initiatives initiatives,
            PooledBudgets budgets,
            Ledger ledger,
            TaskFields taskFields,
            TakenNeeds takenNeeds,
            WaysBack waysBack,
            Access access,
            CurrentUser currentUser,
            AuditLog audit,
            Clock clock,
            Usage usage) {
        this.provisions = provisions;
        this.households = households;
        this.catalogue = catalogue;
        this.initiatives = initiatives;
        this.budgets = budgets;
        this.ledger = ledger;
        this.taskFields = taskFields;
        this.takenNeeds = takenNeeds;
        this.waysBack = waysBack;
        this.access = access;
        this.currentUser = currentUser;
        this.audit = audit;
        this.clock = clock;
        this.usage = usage;
    }

    // ---- what happens elsewhere

    void whenPlanMoves(@Observes InitiativeMoved moved) {
        switch (moved.to()) {
            case GRANTED, PARTLY_GRANTED -> asSystem(moved.neighbourhood(), () -> planAll(moved.initiative()));
            case TRIAL -> dropTakenElsewhere(moved.initiative());
            case RUNNING -> {
                dropTakenElsewhere(moved.initiative());
                asSystem(moved.neighbourhood(), () -> postDue(listHeld(moved.initiative())));
            }
            case STOPPED, WITHDRAWN, SOLVED_WITHOUT_US, REFUSED, ACCOUNTED_FOR ->
                letGo(listExpected(moved.initiative()), moved.neighbourhood(), moved.on());
            default -> {
                // other stages change nothing about individual help
            }
        }
    }

    void whenHouseholdMoves(@Observes PledgeMoved moved) {
        Set<PersonId> bound = bound(moved.subjects());
        switch (moved.kind()) {
            case TAKES_PART ->
                asSystem(moved.neighbourhood(), () -> {
                    InitiativeDossier plan = initiatives.readDossier(moved.initiative());
                    if (GRANTED.contains(plan.stage())) {
                        plan(plan, bound);
                        listExpected(moved.initiative(), bound).forEach(this::stay);
                    }
                });
            case LEAVES ->
                // what waits stays until the last day: who stays after all keeps it
                listExpected(moved.initiative(), bound)
                        .forEach(expected -> prepareToLeave(expected, moved.neighbourhood(), moved.on()));
            case HAS_LEFT -> letGo(listExpected(moved.initiative(), bound), moved.neighbourhood(), moved.on());
            case CHOSE_AFTER_TRIAL -> {
                listExpected(moved.initiative(), bound).forEach(this::stay);
                // the provider’s report, not the choice, frees the money; what it freed during the trial was held until
                // now
                asSystem(moved.neighbourhood(), () -> postDue(listHeld(moved.initiative())));
            }
        }
    }

    /** Only what was promised to a granted plan comes free for it; a stop without a plan stays in its own task field. */
    void whenProvisionStops(@Observes ProvisionStopped stopped) {
        NeighbourhoodCode neighbourhood = stopped.neighbourhood();
        if (neighbourhood == null || !stopped.reason().equals(ON_INITIATIVE_OF_THE_MUNICIPALITY)) {
            return;
        }
        Optional<ExpectedRelease> promised = listExpected(stopped.provision()).stream()
                .filter(expected -> expected.isPlanned() || expected.isRealised())
                .findFirst();
        promised.ifPresent(expected -> asSystem(neighbourhood, () -> realise(expected, stopped, neighbourhood)));
    }

    /** The help goes on: what waited of it does not come, and what was expected is a forecast again. */
    void whenStopIsTakenBack(@Observes StopTakenBack stop) {
        NeighbourhoodCode neighbourhood = stop.neighbourhood();
        if (neighbourhood == null) {
            return;
        }
        listExpected(stop.provision()).stream()
                .filter(ExpectedRelease::isRealised)
                .forEach(expected -> asSystem(neighbourhood, () -> planAgain(expected)));
    }

    // ---- the team

    /** Posts what has come free since: after a trial, or in a year that has begun. Says how many that were. */
    @Transactional(REQUIRED)
    public int postHeld(MunicipalityCode municipality) {
        access.requireForWhole(Operation.RELEASE, municipality);
        return postDue(entityManager
                .createQuery(
                        "select r from RealisedRelease r where r.postedAt is null"
                                + " and r.neighbourhood like :municipality order by r.id",
                        RealisedRelease.class)
                .setParameter("municipality", "BU" + municipality.messageParty() + "%")
                .getResultList());
    }

    /** Exact numbers, however small: for who may know the households. Others see the budget’s, from the threshold on. */
    public ReleaseProgress readProgress(InitiativeId initiative) {
        InitiativeDossier plan = initiatives.readDossier(initiative);
        access.require(Operation.RELEASE, plan.neighbourhood());
        List<ExpectedRelease> expected = listExpected(initiative);
        List<RealisedRelease> realised = listRealised(initiative);
        return new ReleaseProgress(
                (int) expected.stream().filter(ExpectedRelease::isPlanned).count(),
                (int) expected.stream().filter(ExpectedRelease::isRealised).count(),
                sum(realised.stream().filter(RealisedRelease::isPosted).toList()),
                sum(realised.stream().filter(release -> !release.isPosted()).toList()));
    }

    /** The municipalities where money has come free and waits to be posted. */
    List<MunicipalityCode> listMunicipalitiesWithHeld() {
        return entityManager
                .createQuery(
                        "select distinct r.neighbourhood from RealisedRelease r where r.postedAt is null", String.class)
                .getResultStream()
                .map(code -> new NeighbourhoodCode(code).municipality())
                .distinct()
                .toList();
    }

    // ---- planned

    private void planAll(InitiativeId initiative) {
        Set<String> subjects = initiatives.listPledgedPersons(initiative).stream()
                .map(PledgedPerson::subject)
                .collect(Collectors.toSet());
        plan(initiatives.readDossier(initiative), bound(subjects));
    }

    /** The parents say yes, and the help is often for a child. Who is not in the files has no help that could come free. */
    private Set<PersonId> bound(Set<String> subjects) {
        List<PersonId> adults = subjects.stream()
                .flatMap(subject -> PersonId.find(subject).stream())
                .toList();
        return households.listWithMinors(adults, today());
    }

    private void plan(InitiativeDossier plan, Set<PersonId> bound) {
        plan(plan, provision -> bound.contains(provision.person()));
    }

    private void plan(InitiativeDossier plan, Predicate<CostedProvision> chosen) {
        String alternativeId = plan.alternative();
        if (alternativeId == null) {
            // without an alternative nobody has estimated what the plan replaces: unknown is not a number
            return;
        }
        CollectiveAlternative alternative = catalogue.read(alternativeId).alternative();
        LocalDate from = plan.intendedStart().plusMonths(alternative.delay().months());
        for (CostedProvision provision : provisions.listCostedProvisions(plan.neighbourhood(), today())) {
            boolean meant = chosen.test(provision) && provision.need().code().equals(plan.need());
            if (meant
                    && !takenNeeds.isTakenElsewhere(
                            provision.household(), provision.need(), plan.id().reference())) {
                plan(plan, provision, alternative.replacedShare().likely(), from);
            }
        }
    }

    private void planAgain(ExpectedRelease expected) {
        cancelHeld(expected);
        tellIfPostedIsMore(expected, Money.ZERO);
        expected.planAgain();
        // not what took over from it: that is no expectation of this plan
        plan(
                initiatives.readDossier(expected.initiative()),
                provision -> provision.id().equals(expected.provision()));
    }

    /** A need of a household that takes part in another running plan comes free for that one: never twice. */
    private void dropTakenElsewhere(InitiativeId initiative) {
        List<ExpectedRelease> planned = listExpected(initiative).stream()
                .filter(ExpectedRelease::isPlanned)
                .toList();
        Optional<Need> need = planned.isEmpty() ? Optional.empty() : findNeed(initiative);
        if (need.isEmpty()) {
            return;
        }
        for (ExpectedRelease expected : planned) {
            boolean elsewhere = households
                    .find(expected.person())
                    .filter(household -> takenNeeds.isTakenElsewhere(household, need.get(), initiative.reference()))
                    .isPresent();
            if (elsewhere) {
                expected.lapse();
                budgets.dropPlannedRelease(initiative.reference(), expected.provisionReference());
            }
        }
    }

    private Optional<Need> findNeed(InitiativeId initiative) {
        return Need.find(initiatives.readDossier(initiative).need());
    }

    private void plan(InitiativeDossier plan, CostedProvision provision, int replacedBasisPoints, LocalDate from) {
        ProvisionDetails details = provisions.readForRelease(provision.id());
        LocalDate until = details.period().lastDay();
        ExpectedRelease expected = listExpected(provision.id()).stream()
                .filter(known -> known.initiative().equals(plan.id()))
                .findFirst()
                .orElse(null);
        if (expected == null) {
            expected = new ExpectedRelease(
                    plan.id(), provision.id(), provision.person().value(), plan.neighbourhood(), until);
            entityManager.persist(expected);
        } else if (details.stoppedOn() == null) {
            expected.revive(until);
        }
        Money aYear = expectedAYear(details)
                .map(amount -> amount.timesFraction(replacedBasisPoints, ShareEstimate.WHOLE))
                .orElse(Money.ZERO);
        Optional<String> taskField =
                taskField(details.taskField(), details.law(), details.form(), details.need(), FiscalYear.of(from));
        if (expected.isPlanned() && aYear.isPositive() && taskField.isPresent()) {
            budgets.planRelease(
                    plan.id().reference(),
                    plan.neighbourhood(),
                    taskField.get(),
                    from,
                    aYear,
                    help(expected.provisionReference(), provision.household()));
        }
    }

    // ---- realised

    private void realise(ExpectedRelease expected, ProvisionStopped stopped, NeighbourhoodCode neighbourhood) {
        LocalDate lastDay = stopped.stoppedOn();
        FreedMoney freed = freed(expected, stopped);
        expected.realise();
        // the last report is the truth: what waits of an earlier one goes, also when less comes free now
        removeHeld(expected, listRealised(expected), true);
        tellIfPostedIsMore(expected, freed.total());
        freed.byYear().forEach((year, amount) -> {
            // what is in the budget is not taken out behind people’s backs: only what is new comes in
            Money fresh = amount.minus(freedBefore(stopped.provision(), year));
            Optional<String> taskField =
                    taskField(stopped.taskField(), stopped.law(), stopped.form(), stopped.need(), year);
            if (fresh.isPositive() && taskField.isPresent()) {
                entityManager.persist(new RealisedRelease(
                        expected.initiative().value(),
                        stopped.provision().value(),
                        neighbourhood,
                        taskField.get(),
                        year,
                        lastDay,
                        1 + countBefore(stopped.provision(), year, lastDay),
                        fresh));
            }
        });
        entityManager.flush();
        if (listRealised(expected).isEmpty()) {
            // it stopped and freed nothing: what was expected of it does not come
            budgets.cancelWaitingRelease(expected.initiative().reference(), expected.provisionReference(), false);
        }
        listHeld(expected.initiative()).stream()
                .filter(release -> release.provisionReference().equals(expected.provisionReference()))
                .forEach(release -> announce(release, stopped.household()));
        audit.record(
                "release.realise",
                "provision",
                stopped.provision().toString(),
                "initiative=" + expected.initiative().value() + " amount=" + freed.total());
        postDue(listHeld(expected.initiative()));
    }

    /** Nothing is certain while the cost before, or that of the help which takes over, is unknown: unknown is never 0. */
    private FreedMoney freed(ExpectedRelease expected, ProvisionStopped stopped) {
        Money aYear = stopped.form() == ContractForm.LUMP_SUM
                ? null
                : stopped.expectedCost(usage.basisPoints()).orElse(null);
        Money successor = null;
        ProvisionId follows = stopped.successor();
        if (follows != null) {
            Optional<Money> cost = expectedAYear(provisions.readForRelease(follows));
            if (cost.isEmpty()) {
                return FreedMoney.NOTHING;
            }
            successor = cost.get();
        }
        return FreedMoney.of(aYear, stopped.stoppedOn(), expected.allocatedUntil(stopped.stoppedOn()), successor);
    }

    /** What the municipality’s register names goes first, as far as it exists in the numbering of that year. */
    private Optional<String> taskField(
            @Nullable String registered, Law law, @Nullable ContractForm form, Need need, FiscalYear year) {
        return Optional.ofNullable(registered)
                .filter(code -> taskFields.find(code, year).isPresent())
                .or(() -> ReleasedTaskFields.find(law, form, need, year));
    }

    private int postDue(Collection<RealisedRelease> held) {
        int posted = 0;
        // looking who takes part is logged in each file: once for a plan
        Map<InitiativeId, List<PersonId>> definite = new HashMap<>();
        for (RealisedRelease release : held) {
            if (isDue(release)
                    && goesOn(release, definite.computeIfAbsent(release.initiative(), plan -> listDefinite(release)))) {
                budgets.realiseRelease(
                        release.key(),
                        release.neighbourhood(),
                        release.year(),
                        release.taskField(),
                        release.amount(),
                        release.provisionReference());
                release.post(clock.instant());
                entityManager.flush();
                posted++;
            }
        }
        return posted;
    }

    /** The budget shows what has come free and waits, apart from what is planned and from what is there. */
    private void announce(RealisedRelease release, HouseholdId household) {
        budgets.awaitRelease(
                release.key(),
                release.initiative().reference(),
                release.neighbourhood(),
                release.year(),
                release.taskField(),
                release.amount(),
                help(release.provisionReference(), household));
    }

    private static Help help(String provision, HouseholdId household) {
        return new Help(provision, "household:" + household);
    }

    /** Its year has begun, the plan runs, and the council’s money for it is there. */
    private boolean isDue(RealisedRelease release) {
        return release.year().compareTo(FiscalYear.of(today())) <= 0
                && initiatives.readDossier(release.initiative()).stage() == Stage.RUNNING
                && ledger.findAccount(AccountKey.of(
                                        release.neighbourhood().municipality(),
                                        release.year(),
                                        AccountKind.APPROPRIATED)
                                .withTaskField(release.taskField()))
                        .map(AccountSummary::available)
                        .filter(available -> available.compareTo(release.amount()) >= 0)
                        .isPresent();
    }

    /**
     * Its household is among those that take part for good. Asked for the day on which the help stopped: a child who has come of
     * age since belongs to the household’s yes.
     */
    private boolean goesOn(RealisedRelease release, List<PersonId> definite) {
        Set<PersonId> bound = households.listWithMinors(definite, release.lastDay());
        return listExpected(release.provision()).stream()
                .filter(ExpectedRelease::isRealised)
                .anyMatch(expected ->
                        expected.initiative().equals(release.initiative()) && bound.contains(expected.person()));
    }

    /** The adults whose own help may change: after a trial they chose to stay, and they are not leaving. */
    private List<PersonId> listDefinite(RealisedRelease release) {
        List<PersonId> definite = new ArrayList<>();
        asSystem(
                release.neighbourhood(),
                () -> initiatives.listPledgedPersons(release.initiative()).stream()
                        .filter(person -> person.definite() && person.lastDay() == null)
                        .flatMap(person -> PersonId.find(person.subject()).stream())
                        .forEach(definite::add));
        return definite;
    }

    private Money freedBefore(ProvisionId provision, FiscalYear year) {
        return sum(entityManager
                .createQuery(
                        "select r from RealisedRelease r where r.provision = :provision and r.fiscalYear = :year",
                        RealisedRelease.class)
                .setParameter("provision", provision.value())
                .setParameter("year", year.year())
                .getResultList());
    }

    /** A stop may be reported again for the same day with more that came free: that is a release of its own. */
    private int countBefore(ProvisionId provision, FiscalYear year, LocalDate lastDay) {
        return entityManager
                .createQuery(
                        "select count(r) from RealisedRelease r where r.provision = :provision"
                                + " and r.fiscalYear = :year and r.lastDay = :lastDay",
                        Long.class)
                .setParameter("provision", provision.value())
                .setParameter("year", year.year())
                .setParameter("lastDay", lastDay)
                .getSingleResult()
                .intValue();
    }

    private Optional<Money> expectedAYear(ProvisionDetails provision) {
        Money declared = provision.declared();
        if (provision.form() == ContractForm.LUMP_SUM) {
            return Optional.empty();
        }
        return declared != null
                ? Optional.of(declared)
                : provision
                        .allocated()
                        .find()
                        .map(amount -> amount.timesFraction(usage.basisPoints(), ShareEstimate.WHOLE));
    }

    // ---- taken back

    private void letGo(List<ExpectedRelease> left, NeighbourhoodCode neighbourhood, LocalDate on) {
        for (ExpectedRelease expected : left) {
            prepareToLeave(expected, neighbourhood, on);
            cancelHeld(expected);
            expected.giveBack();
        }
    }

    private void prepareToLeave(ExpectedRelease expected, NeighbourhoodCode neighbourhood, LocalDate lastDay) {
        if (expected.isPlanned()) {
            expected.lapse();
            budgets.dropPlannedRelease(expected.initiative().reference(), expected.provisionReference());
        } else if (expected.isRealised()) {
            waysBack.open(expected.initiative(), neighbourhood, expected.subject(), lastDay);
        }
    }

    private void stay(ExpectedRelease expected) {
        expected.takePartAgain();
        waysBack.callOff(expected.initiative(), expected.subject());
    }

    /** What came free and waits goes no further; what is in the budget stays there. */
    private void cancelHeld(ExpectedRelease expected) {
        List<RealisedRelease> ofProvision = listRealised(expected);
        List<RealisedRelease> held =
                removeHeld(expected, ofProvision, ofProvision.stream().anyMatch(RealisedRelease::isPosted));
        if (held.isEmpty()) {
            return;
        }
        audit.record(
                "release.cancel-held",
                "provision",
                expected.provision().toString(),
                "initiative=" + expected.initiative().value() + " amount=" + sum(held));
    }

    /**
     * @param forecastCameTrue whether the forecast of the provision stays: it did come free, be it with another amount
     * @return what was removed
     */
    private List<RealisedRelease> removeHeld(
            ExpectedRelease expected, List<RealisedRelease> ofProvision, boolean forecastCameTrue) {
        List<RealisedRelease> held =
                ofProvision.stream().filter(release -> !release.isPosted()).toList();
        if (!held.isEmpty()) {
            held.forEach(entityManager::remove);
            budgets.cancelWaitingRelease(
                    expected.initiative().reference(), expected.provisionReference(), forecastCameTrue);
            // the same key may be held anew
            entityManager.flush();
        }
        return held;
    }

    /** Only a counter-transfer by the controller takes money out of the budget; the log says where one is due. */
    private void tellIfPostedIsMore(ExpectedRelease expected, Money cameFree) {
        Money posted = sum(listRealised(expected).stream()
                .filter(RealisedRelease::isPosted)
                .toList());
        if (posted.compareTo(cameFree) > 0) {
            audit.record(
                    "release.posted-too-much",
                    "provision",
                    expected.provision().toString(),
                    "initiative=" + expected.initiative().value() + " amount=" + posted.minus(cameFree));
        }
    }

    // ----

    private List<RealisedRelease> listRealised(ExpectedRelease expected) {
        return listRealised(expected.initiative()).stream()
                .filter(release -> release.provisionReference().equals(expected.provisionReference()))
                .toList();
    }

    private List<ExpectedRelease> listExpected(InitiativeId initiative) {
        return entityManager
                .createQuery(
                        "select e from ExpectedRelease e where e.initiative = :initiative order by e.id",
                        ExpectedRelease.class)
                .setParameter("initiative", initiative.value())
                .getResultList();
    }

    private List<ExpectedRelease> listExpected(InitiativeId initiative, Set<PersonId> bound) {
        return listExpected(initiative).stream()
                .filter(expected -> bound.contains(expected.person()))
                .toList();
    }

    private List<ExpectedRelease> listExpected(ProvisionId provision) {
        return entityManager
                .createQuery(
                        "select e from ExpectedRelease e where e.provision = :provision order by e.id desc",
                        ExpectedRelease.class)
                .setParameter("provision", provision.value())
                .getResultList();
    }

    private List<RealisedRelease> listHeld(InitiativeId initiative) {
        return listRealised(initiative).stream()
                .filter(release -> !release.isPosted())
                .toList();
    }

    private List<RealisedRelease> listRealised(InitiativeId initiative) {
        return entityManager
                .createQuery(
                        "select r from RealisedRelease r where r.initiative = :initiative order by r.id",
                        RealisedRelease.class)
                .setParameter("initiative", initiative.value())
                .getResultList();
    }

    private static Money sum(List<RealisedRelease> releases) {
        return Money.sum(releases.stream().map(RealisedRelease::amount).toList());
    }

    /** Whoever caused it has no right to see whose help it is; the program does it, and its looks are logged. */
    private void asSystem(NeighbourhoodCode neighbourhood, Runnable work) {
        currentUser.runAs(User.system(neighbourhood.municipality()), work);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
