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
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.CurrentUser;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.User;
import nl.buurtbundel.budget.Appropriations;
import nl.buurtbundel.budget.Help;
import nl.buurtbundel.budget.LateReleaseDue;
import nl.buurtbundel.budget.PooledBudgets;
import nl.buurtbundel.catalogue.Catalogue;
import nl.buurtbundel.catalogue.CollectiveAlternative;
import nl.buurtbundel.catalogue.ShareEstimate;
import nl.buurtbundel.initiative.InitiativeDossier;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.InitiativeMoved;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.initiative.PledgeId;
import nl.buurtbundel.initiative.PledgeMoved;
import nl.buurtbundel.initiative.PledgedPerson;
import nl.buurtbundel.initiative.Stage;
import nl.buurtbundel.initiative.YesStanding;
import nl.buurtbundel.ledger.AccountKey;
import nl.buurtbundel.ledger.AccountSummary;
import nl.buurtbundel.ledger.Ledger;
import nl.buurtbundel.ledger.TaskFields;
import nl.buurtbundel.ledger.TransferId;
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
import nl.buurtbundel.provision.ProvisionEnded;
import nl.buurtbundel.provision.ProvisionId;
import nl.buurtbundel.provision.ProvisionStopped;
import nl.buurtbundel.provision.Provisions;
import nl.buurtbundel.provision.StopTakenBack;
import nl.buurtbundel.provision.TakingPartMarked;
import org.jspecify.annotations.Nullable;

/**
 * From a household’s own help to the plan and its money: planned when a plan is granted, realised when the provider reports
 * that it stopped for the municipality’s initiative, taken back when the household leaves. All of it happens in the
 * transaction of what caused it.
 */
@ApplicationScoped
@Transactional(SUPPORTS)
public class Releases {
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
    private final ReleaseCorrections corrections;
    private final Access access;
    private final CurrentUser currentUser;
    private final AuditLog audit;
    private final Clock clock;
    /** The part of an allocation that is really used, where nothing was declared: a named assumption. */
    private final Usage usage;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected Releases() {
        this(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
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
            ReleaseCorrections corrections,
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
        this.corrections = corrections;
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
            case STOPPED, WITHDRAWN, SOLVED_WITHOUT_US, REFUSED, ACCOUNTED_FOR -> {
                List<ExpectedRelease> all = listExpected(moved.initiative());
                letGo(all, moved.neighbourhood(), moved.on());
                all.forEach(this::dropHeld);
            }
            default -> {
                // other stages change nothing about individual help
            }
        }
    }

    void whenHouseholdMoves(@Observes PledgeMoved moved) {
        switch (moved.kind()) {
            case TAKES_PART, CHOSE_AFTER_TRIAL ->
                asSystem(moved.neighbourhood(), () -> {
                    InitiativeDossier plan = initiatives.readDossier(moved.initiative());
                    if (plan.stage().isGranted()) {
                        takeUp(plan, bound(Map.of(moved.pledge(), moved.subjects())));
                        listExpected(moved.initiative(), moved.pledge()).forEach(expected -> stay(plan, expected));
                        // the provider’s report, not the choice, frees the money; what it freed during the trial was
                        // held
                        // until now
                        postDue(listHeld(moved.initiative()));
                    }
                });
            case LEAVES ->
                // what waits stays until the last day: who stays after all keeps it
                listExpected(moved.initiative(), moved.pledge())
                        .forEach(expected -> prepareToLeave(expected, moved.neighbourhood(), moved.on()));
            case HAS_LEFT -> letGo(listExpected(moved.initiative(), moved.pledge()), moved.neighbourhood(), moved.on());
        }
    }

    /**
     * Somebody does not take part: what is planned lapses, what waits does not come unless that is undone, and nobody is sent
     * back for it.
     */
    void whenTakingPartIsMarked(@Observes TakingPartMarked marked) {
        List<ExpectedRelease> ofPerson = listExpected(marked.person());
        if (marked.takesPart()) {
            asSystem(marked.municipality(), () -> ofPerson.forEach(this::include));
        } else {
            ofPerson.forEach(this::exclude);
        }
    }

    /**
     * Only what was promised to a granted plan comes free for it; a stop without a plan stays in its own task field. Wherever
     * the household lives now: it comes free for the plan that it takes part in.
     */
    void whenProvisionStops(@Observes ProvisionStopped stopped) {
        List<ExpectedRelease> ofProvision = listExpected(stopped.provision());
        if (ofProvision.isEmpty()) {
            return;
        }
        ledger.open(stopped.municipality());
        asSystem(
                stopped.municipality(),
                () -> findTaker(ofProvision)
                        .ifPresentOrElse(
                                taker -> {
                                    // it comes free for one plan: another does not get it as well when the household
                                    // comes back
                                    ofProvision.stream()
                                            .filter(other -> !other.isRealised())
                                            .forEach(this::dropHeld);
                                    realise(taker, stopped);
                                },
                                () -> stopUnexpected(ofProvision, stopped)));
    }

    /** Help that had ended for another reason is expected no longer, and comes free all the same when that proves to be 36. */
    private Optional<ExpectedRelease> findTaker(List<ExpectedRelease> ofProvision) {
        return ofProvision.stream()
                .filter(expected -> expected.isPlanned() || expected.isRealised())
                .findFirst()
                .or(() -> ofProvision.stream()
                        .filter(expected -> expected.isLapsed()
                                && !expected.isExcluded()
                                && takesPart(expected)
                                && !isTakenElsewhere(expected))
                        .findFirst());
    }

    private boolean takesPart(ExpectedRelease expected) {
        return initiatives.readYes(expected.pledge()).holds() && goesOn(expected);
    }

    private boolean isTakenElsewhere(ExpectedRelease expected) {
        Optional<HouseholdId> home = households.find(expected.person());
        return home.isPresent()
                && findNeed(expected.initiative())
                        .filter(need -> !takenNeeds
                                .listTakenElsewhere(
                                        List.of(home.get()),
                                        need,
                                        expected.initiative().reference())
                                .isEmpty())
                        .isPresent();
    }

    /** The household may take part again in a plan that goes on: then what came free counts as the newest report says. */
    private void stopUnexpected(List<ExpectedRelease> ofProvision, ProvisionStopped stopped) {
        ofProvision.stream().filter(ExpectedRelease::isLapsed).forEach(this::stopUnexpected);
        ofProvision.stream()
                .filter(expected -> expected.hasStopped() || expected.hasReturned())
                .findFirst()
                .ifPresent(expected -> {
                    if (goesOn(expected)) {
                        report(expected, stopped);
                    } else {
                        corrections.compare(expected, expected.freed(stopped, usage.basisPoints()));
                    }
                });
    }

    /** The stop was under way when the household left, the plan ended or the person was marked: who left goes back. */
    private void stopUnexpected(ExpectedRelease expected) {
        YesStanding yes = initiatives.readYes(expected.pledge());
        boolean takesPart = yes.holds() && goesOn(expected);
        if (takesPart && !expected.isExcluded()) {
            // its need comes free for another plan
            return;
        }
        expected.stopUnexpected(takesPart);
        if (expected.hasReturned() && !expected.isExcluded()) {
            LocalDate lastDay = yes.lastDay();
            waysBack.open(
                    expected.initiative(),
                    expected.neighbourhood(),
                    expected.subject(),
                    lastDay != null && lastDay.isAfter(today()) ? lastDay : today());
        }
    }

    private boolean goesOn(ExpectedRelease expected) {
        return initiatives.readDossier(expected.initiative()).stage().isGranted();
    }

    /** The help goes on: what waited of it does not come, and what was expected is a forecast again. */
    void whenStopIsTakenBack(@Observes StopTakenBack stop) {
        for (ExpectedRelease expected : listExpected(stop.provision())) {
            ledger.open(expected.neighbourhood().municipality());
            asSystem(expected.neighbourhood(), () -> {
                corrections.compare(expected, FreedMoney.NOTHING);
                dropHeld(expected);
                if (expected.isRealised() && takesPart(expected)) {
                    planAgain(expected);
                } else {
                    dropIfAllCountered(expected);
                    stayOwn(expected);
                }
            });
        }
    }

    /** Nothing of it comes free for a plan. */
    void whenProvisionEnds(@Observes ProvisionEnded ended) {
        listExpected(ended.provision()).stream()
                .filter(ExpectedRelease::isPlanned)
                .forEach(this::lapse);
    }

    // ---- the team

    /**
     * Posts what has come free since: after a trial, in a year that has begun, or again where a booking was countered of what did
     * come free. Says how many that were.
     */
    @Transactional(REQUIRED)
    public int postHeld(MunicipalityCode municipality) {
        access.requireForWhole(Operation.RELEASE, municipality);
        ledger.open(municipality);
        ReleaseCorrections.Settled settled = corrections.settle(municipality);
        announce(settled.anew());
        asSystem(municipality, () -> settled.gone().forEach(this::forecastAnew));
        return postDue(stillComing(entityManager
                .createQuery(
                        "select r from RealisedRelease r where r.postedAt is null"
                                + " and r.neighbourhood like :municipality order by r.id",
                        RealisedRelease.class)
                .setParameter("municipality", municipality.neighbourhoodPattern())
                .getResultList()));
    }

    /**
     * What of it a plan may not have yet stays where it is, as for a year that is open. It comes in under the numbering of the
     * year that it comes into; for which field of its own year it came free stays as it was.
     */
    void whenLateReleaseIsDue(@Observes LateReleaseDue due) {
        List<RealisedRelease> late = listLate(due);
        Map<ProvisionId, String> renumbered = renumber(late, due);
        for (RealisedRelease release : late) {
            release.post(
                    budgets.carryOverRelease(
                            release.key(),
                            release.initiative().reference(),
                            release.neighbourhood(),
                            due.into(),
                            renumbered.getOrDefault(release.provision(), release.taskField()),
                            release.amount(),
                            release.provisionReference(),
                            due.councilDecision()),
                    clock.instant());
            due.book(release.amount());
        }
        entityManager.flush();
    }

    private List<RealisedRelease> listLate(LateReleaseDue due) {
        Map<InitiativeId, Set<ProvisionId>> going = new HashMap<>();
        return stillComing(entityManager
                        .createQuery(
                                "select r from RealisedRelease r where r.postedAt is null and r.fiscalYear = :year"
                                        + " and r.taskField = :taskField and r.neighbourhood like :municipality order by r.id",
                                RealisedRelease.class)
                        .setParameter("year", due.year().year())
                        .setParameter("taskField", due.taskField())
                        .setParameter("municipality", due.municipality().neighbourhoodPattern())
                        .getResultList())
                .stream()
                .filter(release -> going.computeIfAbsent(release.initiative(), plan -> listGoing(release))
                        .contains(release.provision()))
                .toList();
    }

    /** The field of each in the numbering of that year, where its own has ended; none where that is not known. */
    private Map<ProvisionId, String> renumber(List<RealisedRelease> late, LateReleaseDue due) {
        Map<ProvisionId, String> fields = new HashMap<>();
        if (taskFields.find(due.taskField(), due.into()).isEmpty()) {
            asSystem(
                    due.municipality(),
                    () -> provisions
                            .listForRelease(late.stream()
                                    .map(RealisedRelease::provision)
                                    .toList())
                            .forEach(help -> taskField(
                                            help.taskField(), help.law(), help.form(), help.need(), due.into())
                                    .ifPresent(field -> fields.put(help.id(), field))));
        }
        return fields;
    }

    /** The municipalities where money has come free: it may wait to be posted, or have been countered once it was. */
    List<MunicipalityCode> listMunicipalitiesToPost() {
        return entityManager
                .createQuery("select distinct r.neighbourhood from RealisedRelease r", String.class)
                .getResultStream()
                .map(code -> new NeighbourhoodCode(code).municipality())
                .distinct()
                .toList();
    }

    // ---- planned

    private void planAll(InitiativeId initiative) {
        plan(initiatives.readDossier(initiative), bound(listYeses(initiative)));
    }

    private Map<PledgeId, Set<String>> listYeses(InitiativeId initiative) {
        return initiatives.listPledgedPersons(initiative).stream()
                .filter(person -> person.lastDay() == null)
                .collect(Collectors.groupingBy(
                        PledgedPerson::pledge, Collectors.mapping(PledgedPerson::subject, Collectors.toSet())));
    }

    /**
     * Whose help stands under which yes. The parents say yes, and the help is often for a child. Who is not in the files has no
     * help that could come free.
     */
    private Map<PersonId, PledgeId> bound(Map<PledgeId, Set<String>> yeses) {
        Map<PersonId, PledgeId> adults = new HashMap<>();
        yeses.forEach((pledge, subjects) -> subjects.stream()
                .flatMap(subject -> PersonId.find(subject).stream())
                .forEach(adult -> adults.put(adult, pledge)));
        Map<PersonId, PledgeId> bound = new HashMap<>();
        households
                .mapWithMinors(adults.keySet(), today())
                .forEach((person, adult) -> bound.put(person, Objects.requireNonNull(adults.get(adult))));
        return bound;
    }

    /** Also help that stopped before: who left and comes back says yes anew. */
    private void takeUp(InitiativeDossier plan, Map<PersonId, PledgeId> bound) {
        for (ExpectedRelease expected : listExpected(plan.id())) {
            PledgeId yes = bound.get(expected.person());
            if (yes != null) {
                standUnder(expected, yes);
            }
        }
        plan(plan, bound);
    }

    /** Nothing that was arranged under another yes counts for this one: not the letter, and not the order. */
    private void standUnder(ExpectedRelease expected, PledgeId yes) {
        if (expected.standUnder(yes)) {
            Optional.ofNullable(entityManager.find(ReleaseRoad.class, expected.id()))
                    .ifPresent(road -> road.beginAnew(yes, today()));
        }
    }

    private void plan(InitiativeDossier plan, Map<PersonId, PledgeId> bound) {
        String alternativeId = plan.alternative();
        if (alternativeId == null) {
            // without an alternative nobody has estimated what the plan replaces: unknown is not a number
            return;
        }
        CollectiveAlternative alternative = catalogue.read(alternativeId).alternative();
        List<CostedProvision> meant = notTakenElsewhere(
                plan,
                provisions.listGoingOn(plan.neighbourhood(), today()).stream()
                        .filter(provision -> bound.containsKey(provision.person())
                                && provision.need().code().equals(plan.need()))
                        .toList());
        Map<ProvisionId, ExpectedRelease> known = byProvision(plan.id());
        Map<ProvisionId, HouseholdId> homes =
                meant.stream().collect(Collectors.toMap(CostedProvision::id, CostedProvision::household));
        for (ProvisionDetails details : provisions.listForRelease(
                meant.stream().map(CostedProvision::id).toList())) {
            ExpectedRelease expected =
                    expect(plan, details, known.get(details.id()), Objects.requireNonNull(bound.get(details.person())));
            if (expected.isPlanned()) {
                Help help = help(expected.provisionReference(), Objects.requireNonNull(homes.get(details.id())));
                forecast(plan, details, help, alternative);
            }
        }
    }

    private List<CostedProvision> notTakenElsewhere(InitiativeDossier plan, List<CostedProvision> meant) {
        Optional<Need> need = Need.find(plan.need());
        if (need.isEmpty() || meant.isEmpty()) {
            return meant;
        }
        Set<HouseholdId> elsewhere = takenNeeds.listTakenElsewhere(
                meant.stream().map(CostedProvision::household).toList(),
                need.get(),
                plan.id().reference());
        return meant.stream()
                .filter(provision -> !elsewhere.contains(provision.household()))
                .toList();
    }

    private ExpectedRelease expect(
            InitiativeDossier plan, ProvisionDetails details, @Nullable ExpectedRelease known, PledgeId yes) {
        LocalDate until = details.period().lastDay();
        Money aYear = details.allocated().amount();
        if (known == null) {
            ExpectedRelease expected = new ExpectedRelease(
                    plan.id(),
                    details.id(),
                    details.person().value(),
                    plan.neighbourhood(),
                    yes,
                    until,
                    aYear,
                    clock.instant());
            expected.isGivenUnder(details.law());
            entityManager.persist(expected);
            return expected;
        }
        if (details.stoppedOn() == null) {
            standUnder(known, yes);
            known.revive(until, aYear);
        }
        return known;
    }

    private void forecast(
            InitiativeDossier plan, ProvisionDetails details, Help help, CollectiveAlternative alternative) {
        LocalDate from = plan.intendedStart().plusMonths(alternative.delay().months());
        int replacedBasisPoints = alternative.replacedShare().likely();
        Money aYear = details.expectedCost(usage.basisPoints())
                .map(amount -> amount.timesFraction(replacedBasisPoints, ShareEstimate.WHOLE))
                .orElse(Money.ZERO);
        Optional<String> taskField =
                taskField(details.taskField(), details.law(), details.form(), details.need(), FiscalYear.of(from));
        if (aYear.isPositive() && taskField.isPresent()) {
            budgets.planRelease(plan.id().reference(), plan.neighbourhood(), taskField.get(), from, aYear, help);
        }
    }

    private void planAgain(ExpectedRelease expected) {
        expected.planAgain();
        dropIfAllCountered(expected);
        planOnly(initiatives.readDossier(expected.initiative()), expected);
    }

    /** What was posted of it has been countered, and nothing waits: what is still expected of it is a forecast. */
    private void forecastAnew(ProvisionId provision) {
        for (ExpectedRelease expected : listExpected(provision)) {
            dropIfAllCountered(expected);
            if (expected.isPlanned()) {
                planOnly(initiatives.readDossier(expected.initiative()), expected);
            }
        }
    }

    /** The forecast did come true, and then it did not; what is kept for who has left is no forecast either. */
    private void dropIfAllCountered(ExpectedRelease expected) {
        List<RealisedRelease> ofPlan = listRealised(expected);
        if (!ofPlan.isEmpty()
                && ofPlan.stream().allMatch(part -> part.isCountered() || part.isHeld() && !expected.isRealised())) {
            budgets.cancelWaitingRelease(expected.initiative().reference(), expected.provisionReference(), false);
        }
    }

    /** Not what took over from it: that is no expectation of this plan. */
    private void planOnly(InitiativeDossier plan, ExpectedRelease expected) {
        provisions
                .findGoingOn(expected.provision(), today())
                .filter(provision -> provision.need().code().equals(plan.need()))
                .filter(provision ->
                        !notTakenElsewhere(plan, List.of(provision)).isEmpty())
                .ifPresent(provision -> provisions
                        .listForRelease(List.of(provision.id()))
                        .forEach(details -> {
                            expect(plan, details, expected, expected.pledge());
                            if (expected.isPlanned()) {
                                forecastAgain(plan, expected, provision.household());
                            }
                        }));
    }

    /** Who was on the way back to it has it; who takes part, and whose help had ended for another reason, is expected again. */
    private void stayOwn(ExpectedRelease expected) {
        expected.stayOwn();
        boolean anotherIsGone = listExpected(expected.person()).stream()
                .anyMatch(other -> other.initiative().equals(expected.initiative())
                        && (other.hasStopped() || other.hasReturned()));
        if (!anotherIsGone) {
            waysBack.callOff(expected.initiative(), expected.subject());
        }
        if (expected.isLapsed() && !expected.isExcluded()) {
            planIfTakesPart(expected);
        }
    }

    private void planIfTakesPart(ExpectedRelease expected) {
        InitiativeDossier plan = initiatives.readDossier(expected.initiative());
        if (plan.stage().isGranted() && initiatives.readYes(expected.pledge()).holds()) {
            planOnly(plan, expected);
        }
    }

    private void exclude(ExpectedRelease expected) {
        if (expected.isPlanned()) {
            lapse(expected);
        } else {
            cancelHeld(expected);
        }
        expected.exclude();
    }

    private void include(ExpectedRelease expected) {
        boolean before = expected.isRealised();
        expected.include();
        if (!expected.isRealised()) {
            planIfTakesPart(expected);
        } else if (!before && goesOn(expected)) {
            awaitAgain(initiatives.readDossier(expected.initiative()), expected);
        }
    }

    private void lapse(ExpectedRelease expected) {
        expected.lapse();
        budgets.dropPlannedRelease(expected.initiative().reference(), expected.provisionReference());
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
        Map<PersonId, HouseholdId> homes = households.mapHouseholds(
                planned.stream().map(ExpectedRelease::person).toList());
        Set<HouseholdId> elsewhere = takenNeeds.listTakenElsewhere(homes.values(), need.get(), initiative.reference());
        planned.stream()
                .filter(expected -> elsewhere.contains(homes.get(expected.person())))
                .forEach(this::lapse);
    }

    private Optional<Need> findNeed(InitiativeId initiative) {
        return Need.find(initiatives.readDossier(initiative).need());
    }

    // ---- realised

    private void realise(ExpectedRelease expected, ProvisionStopped stopped) {
        boolean forecastIsGone = expected.isLapsed() || expected.isRealised() && freesNothing(expected);
        expected.realise();
        Money freed = report(expected, stopped);
        if (freesNothing(expected)) {
            // it stopped and freed nothing: what was expected of it does not come
            budgets.cancelWaitingRelease(expected.initiative().reference(), expected.provisionReference(), false);
        } else if (forecastIsGone) {
            forecastAgain(initiatives.readDossier(expected.initiative()), expected, stopped.household());
        }
        announce(listHeld(expected), stopped.household());
        audit.record(
                "release.realise",
                "provision",
                stopped.provision().toString(),
                "initiative=" + expected.initiative().value() + " amount=" + freed);
        postDue(listHeld(expected), release -> isGoing(expected));
    }

    private boolean freesNothing(ExpectedRelease expected) {
        return listRealised(expected).stream().allMatch(RealisedRelease::isCountered);
    }

    /**
     * Takes in what the report says that came free.
     *
     * @return all of it, also what is in the budget already
     */
    private Money report(ExpectedRelease expected, ProvisionStopped stopped) {
        LocalDate lastDay = stopped.stoppedOn();
        FreedMoney freed = expected.freed(stopped, usage.basisPoints());
        // the last report is the truth: what waits of an earlier one goes, also when less comes free now
        removeHeld(expected, true);
        Map<FiscalYear, ReleasedInYear> before = corrections.compare(expected, freed);
        freed.byYear().forEach((year, amount) -> {
            // what is in the budget is not taken out behind people’s backs: only what is new comes in
            ReleasedInYear known = before.getOrDefault(year, ReleasedInYear.NOTHING);
            Money fresh = known.missing(amount);
            Optional<String> taskField =
                    taskField(stopped.taskField(), stopped.law(), stopped.form(), stopped.need(), year);
            if (fresh.isPositive() && taskField.isPresent()) {
                entityManager.persist(new RealisedRelease(
                        expected.initiative().value(),
                        stopped.provision().value(),
                        expected.neighbourhood(),
                        taskField.get(),
                        year,
                        lastDay,
                        known.nextReport(lastDay),
                        fresh));
            }
        });
        entityManager.flush();
        return freed.total();
    }

    /** What the municipality’s register names goes first, as far as it exists in the numbering of that year. */
    private Optional<String> taskField(
            @Nullable String registered, Law law, @Nullable ContractForm form, Need need, FiscalYear year) {
        return Optional.ofNullable(registered)
                .filter(code -> taskFields.find(code, year).isPresent())
                .or(() -> ReleasedTaskFields.find(law, form, need, year));
    }

    private int postDue(Collection<RealisedRelease> held) {
        // asked once for a plan: looking who takes part is logged in each file
        Map<InitiativeId, Set<ProvisionId>> going = new HashMap<>();
        return postDue(
                held,
                release -> going.computeIfAbsent(release.initiative(), plan -> listGoing(release))
                        .contains(release.provision()));
    }

    private int postDue(Collection<RealisedRelease> held, Predicate<RealisedRelease> going) {
        int posted = 0;
        Map<AccountKey, Money> available = new HashMap<>();
        for (RealisedRelease release : held) {
            AccountKey source =
                    Appropriations.account(release.neighbourhood().municipality(), release.year(), release.taskField());
            if (canBeBooked(release)
                    && going.test(release)
                    && available.computeIfAbsent(source, this::available).compareTo(release.amount()) >= 0) {
                TransferId booking = budgets.realiseRelease(
                        release.key(),
                        release.initiative().reference(),
                        release.neighbourhood(),
                        release.year(),
                        release.taskField(),
                        release.amount(),
                        release.provisionReference());
                available.computeIfPresent(source, (key, amount) -> amount.minus(release.amount()));
                release.post(booking, clock.instant());
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

    /** What still comes before what came in too late. */
    private void announce(List<RealisedRelease> ofProvision, HouseholdId household) {
        ofProvision.stream()
                .sorted(Comparator.comparing(RealisedRelease::year).reversed())
                .forEach(release -> announce(release, household));
    }

    private void announce(List<ReleaseCorrections.Anew> all) {
        List<ReleaseCorrections.Anew> coming =
                all.stream().filter(anew -> anew.taker().isRealised()).toList();
        Map<PersonId, HouseholdId> homes = households.mapHouseholds(
                coming.stream().map(anew -> anew.taker().person()).toList());
        coming.forEach(anew -> announce(
                anew.release(), Objects.requireNonNull(homes.get(anew.taker().person()))));
    }

    private static Help help(String provision, HouseholdId household) {
        return new Help(provision, "household:" + household);
    }

    /** Its year has begun and is not closed: what comes in after that is in the result of that year. */
    private boolean canBeBooked(RealisedRelease release) {
        return release.year().compareTo(FiscalYear.of(today())) <= 0
                && ledger.isOpen(release.neighbourhood().municipality(), release.year());
    }

    /** The council’s money that is there for it. */
    private Money available(AccountKey source) {
        return ledger.findAccount(source).map(AccountSummary::available).orElse(Money.ZERO);
    }

    /** One of {@link #listGoing}; names nobody, so it is no look. */
    private boolean isGoing(ExpectedRelease expected) {
        YesStanding yes = initiatives.readYes(expected.pledge());
        return expected.isRealised() && yes.isDefinite() && yes.lastDay() == null;
    }

    /** The provisions that stopped for good for a plan that runs: after a trial their household chose to stay, and it is not leaving. */
    private Set<ProvisionId> listGoing(RealisedRelease release) {
        Set<ProvisionId> going = new HashSet<>();
        asSystem(release.neighbourhood(), () -> {
            if (initiatives.readDossier(release.initiative()).stage() != Stage.RUNNING) {
                return;
            }
            Set<PledgeId> definite = initiatives.listPledgedPersons(release.initiative()).stream()
                    .filter(person -> person.definite() && person.lastDay() == null)
                    .map(PledgedPerson::pledge)
                    .collect(Collectors.toSet());
            listExpected(release.initiative()).stream()
                    .filter(expected -> expected.isRealised() && definite.contains(expected.pledge()))
                    .forEach(expected -> going.add(expected.provision()));
        });
        return going;
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
            lapse(expected);
        } else if (expected.hasStopped()) {
            waysBack.open(expected.initiative(), neighbourhood, expected.subject(), lastDay);
        }
    }

    private void stay(InitiativeDossier plan, ExpectedRelease expected) {
        boolean before = expected.isRealised();
        expected.takePartAgain();
        if (expected.isRealised() && !before) {
            awaitAgain(plan, expected);
        }
        waysBack.callOff(expected.initiative(), expected.subject());
    }

    /** What came free and waits goes no further until the person takes part again; what is in the budget stays there. */
    private void cancelHeld(ExpectedRelease expected) {
        List<RealisedRelease> held = listHeld(expected);
        if (!expected.isRealised() || held.isEmpty()) {
            return;
        }
        budgets.cancelWaitingRelease(
                expected.initiative().reference(), expected.provisionReference(), hasPosted(expected));
        audit.record(
                "release.cancel-held",
                "provision",
                expected.provision().toString(),
                "initiative=" + expected.initiative().value() + " amount=" + sum(held));
    }

    /** The person takes part again: what waited comes after all, and the forecast that it made true is there again. */
    private void awaitAgain(InitiativeDossier plan, ExpectedRelease expected) {
        List<RealisedRelease> held = listHeld(expected);
        if (held.isEmpty()) {
            return;
        }
        HouseholdId household = households.find(expected.person()).orElseThrow();
        if (!hasPosted(expected)) {
            forecastAgain(plan, expected, household);
        }
        announce(held, household);
        audit.record(
                "release.await-again",
                "provision",
                expected.provision().toString(),
                "initiative=" + expected.initiative().value() + " amount=" + sum(held));
    }

    /** What came free after all makes a forecast true that had been dropped. */
    private void forecastAgain(InitiativeDossier plan, ExpectedRelease expected, HouseholdId household) {
        String alternative = plan.alternative();
        if (alternative != null) {
            provisions
                    .listForRelease(List.of(expected.provision()))
                    .forEach(details -> forecast(
                            plan,
                            details,
                            help(expected.provisionReference(), household),
                            catalogue.read(alternative).alternative()));
        }
    }

    /** What came free and waits does not come for this plan any more. */
    private void dropHeld(ExpectedRelease expected) {
        cancelHeld(expected);
        removeHeld(expected, hasPosted(expected));
    }

    /** @param forecastCameTrue whether the forecast of the provision stays: it did come free, be it with another amount */
    private void removeHeld(ExpectedRelease expected, boolean forecastCameTrue) {
        List<RealisedRelease> held = listHeld(expected);
        if (!held.isEmpty()) {
            held.forEach(entityManager::remove);
            budgets.cancelWaitingRelease(
                    expected.initiative().reference(), expected.provisionReference(), forecastCameTrue);
            // the same key may be held anew
            entityManager.flush();
        }
    }

    private boolean hasPosted(ExpectedRelease expected) {
        return listRealised(expected).stream().anyMatch(RealisedRelease::isPosted);
    }

    private List<RealisedRelease> listHeld(ExpectedRelease expected) {
        return listRealised(expected).stream().filter(RealisedRelease::isHeld).toList();
    }

    // ----

    private List<RealisedRelease> listRealised(ExpectedRelease expected) {
        return entityManager
                .createQuery(
                        "select r from RealisedRelease r where r.initiative = :initiative and r.provision = :provision"
                                + " order by r.id",
                        RealisedRelease.class)
                .setParameter("initiative", expected.initiative().value())
                .setParameter("provision", expected.provision().value())
                .getResultList();
    }

    private List<ExpectedRelease> listExpected(InitiativeId initiative) {
        return entityManager
                .createQuery(
                        "select e from ExpectedRelease e where e.initiative = :initiative order by e.id",
                        ExpectedRelease.class)
                .setParameter("initiative", initiative.value())
                .getResultList();
    }

    private List<ExpectedRelease> listExpected(InitiativeId initiative, PledgeId pledge) {
        return listExpected(initiative).stream()
                .filter(expected -> expected.pledge().equals(pledge))
                .toList();
    }

    private Map<ProvisionId, ExpectedRelease> byProvision(InitiativeId initiative) {
        return listExpected(initiative).stream()
                .collect(Collectors.toMap(ExpectedRelease::provision, expected -> expected));
    }

    private List<ExpectedRelease> listExpected(PersonId person) {
        return entityManager
                .createQuery(
                        "select e from ExpectedRelease e where e.person = :person order by e.id", ExpectedRelease.class)
                .setParameter("person", person.value())
                .getResultList();
    }

    private List<ExpectedRelease> listExpected(ProvisionId provision) {
        return entityManager
                .createQuery("select e from ExpectedRelease e where e.provision = :provision", ExpectedRelease.class)
                .setParameter("provision", provision.value())
                .getResultStream()
                .sorted(ExpectedRelease.IN_TIME.reversed())
                .toList();
    }

    private List<RealisedRelease> listHeld(InitiativeId initiative) {
        return stillComing(listRealised(initiative));
    }

    /** What waits of who takes part. That of others is kept for when they take part again. */
    private List<RealisedRelease> stillComing(List<RealisedRelease> releases) {
        Map<InitiativeId, Set<ProvisionId>> realised = new HashMap<>();
        return releases.stream()
                .filter(release -> release.isHeld()
                        && realised.computeIfAbsent(release.initiative(), this::listProvisionsRealised)
                                .contains(release.provision()))
                .toList();
    }

    private Set<ProvisionId> listProvisionsRealised(InitiativeId initiative) {
        return listExpected(initiative).stream()
                .filter(ExpectedRelease::isRealised)
                .map(ExpectedRelease::provision)
                .collect(Collectors.toSet());
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
        asSystem(neighbourhood.municipality(), work);
    }

    private void asSystem(MunicipalityCode municipality, Runnable work) {
        currentUser.runAs(User.system(municipality), work);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
