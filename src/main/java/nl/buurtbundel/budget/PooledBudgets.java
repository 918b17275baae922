package nl.buurtbundel.budget;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.foundation.WithoutAccessCheck;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.ledger.AccountKey;
import nl.buurtbundel.ledger.AccountKind;
import nl.buurtbundel.ledger.AccountSummary;
import nl.buurtbundel.ledger.Ledger;
import nl.buurtbundel.ledger.NewReservation;
import nl.buurtbundel.ledger.NewTransfer;
import nl.buurtbundel.ledger.Origin;
import nl.buurtbundel.ledger.Reason;
import nl.buurtbundel.ledger.Receipt;
import nl.buurtbundel.ledger.ReservationId;
import nl.buurtbundel.ledger.ReservationState;
import nl.buurtbundel.ledger.ReservationSummary;
import nl.buurtbundel.ledger.TransferId;
import nl.buurtbundel.ledger.TransferSummary;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.opportunity.Cell;
import nl.buurtbundel.opportunity.SuppressionRule;
import org.jspecify.annotations.Nullable;

/**
 * The money of initiatives: what bears a grant, what is held and promised, what came free and what was paid. An initiative is an
 * opaque reference here, {@code initiative:12}; so is the help of a household.
 */
@ApplicationScoped
@Transactional(SUPPORTS)
public class PooledBudgets {
    /** Iv3: citizen initiatives are booked on this field in every numbering so far, wherever their money came from. */
    public static final String INITIATIVES_TASK_FIELD = "6.1";

    private static final int WEEKS_A_PROPOSAL_HOLDS = 13;
    private static final String CHECKED_ABOVE =
            "called inside the transaction of the room that decides, which has checked";

    @PersistenceContext
    private EntityManager entityManager;

    private final Access access;
    private final AuditLog audit;
    private final Ledger ledger;
    private final PreFinancings preFinancings;
    private final Contributions contributions;
    private final HelpedHouseholds households;
    private final Clock clock;
    private final SuppressionRule rule;
    private final Event<LeftOverAsked> leftOverAsked;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected PooledBudgets() {
        this(null, null, null, null, null, null, null, null, null);
    }

    @Inject
    PooledBudgets(
            Access access,
            AuditLog audit,
            Ledger ledger,
            PreFinancings preFinancings,
            Contributions contributions,
            HelpedHouseholds households,
            Clock clock,
            SuppressionRule rule,
            Event<LeftOverAsked> leftOverAsked) {
        this.access = access;
        this.audit = audit;
        this.ledger = ledger;
        this.preFinancings = preFinancings;
        this.contributions = contributions;
        this.households = households;
        this.clock = clock;
        this.rule = rule;
        this.leftOverAsked = leftOverAsked;
    }

    /**
     * How an amount could be borne at this moment, for who proposes it: what is free tells what single households released.
     * Nothing is held by asking.
     */
    public Cover prepareCover(String reference, NeighbourhoodCode neighbourhood, FiscalYear year, Money amount) {
        access.require(Operation.PROPOSE_DECISION, neighbourhood);
        if (!amount.isPositive()) {
            throw new Refusal("budget.error.nothing-asked");
        }
        List<CoverLine> available = new ArrayList<>();
        contributions
                .listAccounts(reference, year)
                .forEach(account -> available.add(line(account, CoverKind.CONTRIBUTION)));
        released(neighbourhood, year).forEach(account -> available.add(line(account, CoverKind.REALISED_RELEASE)));
        preFinancings
                .listBearing(neighbourhood, year)
                .forEach(bearing -> available.add(
                        new CoverLine(bearing.taskField(), CoverKind.PRE_FINANCING, bearing.knownAvailable())));
        appropriated(neighbourhood.municipality(), year, Appropriations.FOR_INITIATIVES)
                .forEach(account -> available.add(line(account, CoverKind.APPROPRIATION)));
        Money left = Money.sum(appropriated(neighbourhood.municipality(), year, "")
                .map(AccountSummary::available)
                .toList());
        return Cover.of(year, amount, available, left);
    }

    /** Holds what bears a proposal, so that no other proposal can promise it as well. */
    @Transactional(MANDATORY)
    @WithoutAccessCheck(CHECKED_ABOVE)
    public ReservationGroupId reserve(String key, String reference, NeighbourhoodCode neighbourhood, Cover cover) {
        if (!cover.sufficient()) {
            throw new Refusal("budget.error.not-covered", cover.missing().inEuros());
        }
        String content = reference + '|' + neighbourhood + '|' + cover.canonical();
        Optional<ReservationId> before = ledger.findReserved(neighbourhood.municipality(), key, content);
        if (before.isPresent()) {
            return new ReservationGroupId(before.get().value());
        }
        List<NewReservation.Line> lines = lines(reference, neighbourhood, cover);
        Money gone = Money.sum(cover.lines().stream().map(CoverLine::amount).toList())
                .minus(Money.sum(lines.stream().map(NewReservation.Line::amount).toList()));
        if (gone.isPositive()) {
            throw new Refusal("budget.error.cover-changed", gone.inEuros());
        }
        ReservationId reserved = ledger.reserve(new NewReservation(
                key,
                content,
                neighbourhood.municipality(),
                Reason.GRANTED,
                reference,
                today().plusWeeks(WEEKS_A_PROPOSAL_HOLDS),
                lines));
        return new ReservationGroupId(reserved.value());
    }

    /** Which accounts would bear it, as far as they still can. */
    private List<NewReservation.Line> lines(String reference, NeighbourhoodCode neighbourhood, Cover cover) {
        AccountKey granted = AccountKey.of(neighbourhood.municipality(), cover.year(), AccountKind.GRANTED)
                .withReference(reference)
                .withTaskField(INITIATIVES_TASK_FIELD)
                .withNeighbourhood(neighbourhood);
        List<NewReservation.Line> lines = new ArrayList<>();
        for (CoverLine line : cover.lines()) {
            Money wanted = line.amount();
            for (AccountSummary bearing : bearing(reference, neighbourhood, cover.year(), line)) {
                Money borne = wanted.min(bearing.available());
                if (borne.isPositive()) {
                    lines.add(new NewReservation.Line(bearing.key(), granted, borne));
                    wanted = wanted.minus(borne);
                }
            }
        }
        return lines;
    }

    /** The decision is final: what was held is granted. */
    @Transactional(MANDATORY)
    @WithoutAccessCheck(CHECKED_ABOVE)
    public void post(ReservationGroupId group, String key) {
        ledger.post(key, new ReservationId(group.value()));
    }

    /** No decision comes of it: what was held is free again. */
    @Transactional(MANDATORY)
    @WithoutAccessCheck(CHECKED_ABOVE)
    public void voidReservation(ReservationGroupId group, String key) {
        ledger.voidReservation(key, new ReservationId(group.value()));
    }

    /** Takes in the forecast of one provision that may end for an initiative, or changes it. No money moves. */
    @Transactional(MANDATORY)
    @WithoutAccessCheck(CHECKED_ABOVE)
    public void planRelease(
            String reference,
            NeighbourhoodCode neighbourhood,
            String taskField,
            LocalDate expectedFrom,
            Money aYear,
            Help help) {
        households.remember(help);
        String provisionReference = help.provision();
        Optional<ReleaseForecast> standing = listPlannedFor(provisionReference)
                .filter(release -> release.reference().equals(reference))
                .findFirst();
        if (standing.filter(release -> release.isRealised() || release.expects(taskField, expectedFrom, aYear))
                .isPresent()) {
            return;
        }
        standing.ifPresent(this::drop);
        entityManager.persist(new ReleaseForecast(
                reference, provisionReference, neighbourhood, taskField, expectedFrom, aYear, today()));
        audit.record("budget.plan-release", "release-forecast", reference, "provision=" + provisionReference);
    }

    /** The forecast falls away: the household goes on with its own provision. What is realised stays. */
    @Transactional(MANDATORY)
    @WithoutAccessCheck(CHECKED_ABOVE)
    public void dropPlannedRelease(String reference, String provisionReference) {
        listPlannedFor(provisionReference)
                .filter(planned -> planned.reference().equals(reference) && !planned.isRealised())
                .forEach(planned -> {
                    drop(planned);
                    audit.record(
                            "budget.drop-planned-release",
                            "release-forecast",
                            reference,
                            "provision=" + provisionReference);
                });
    }

    /**
     * Money has come free for certain and cannot be posted yet: its year has not begun, or the plan is on trial. It is shown as
     * such, and is no longer planned; nothing can be borne by it before {@link #realiseRelease}. What comes in after its year was
     * closed is no longer planned either, and does not come by itself: {@link #carryOverRelease}. Of one provision what still
     * comes is told first.
     */
    @Transactional(MANDATORY)
    @WithoutAccessCheck(CHECKED_ABOVE)
    public void awaitRelease(
            String key,
            String reference,
            NeighbourhoodCode neighbourhood,
            FiscalYear year,
            String taskField,
            Money amount,
            Help help) {
        households.remember(help);
        if (findWaiting(key).isPresent()) {
            return;
        }
        String provisionReference = help.provision();
        entityManager.persist(new WaitingRelease(
                key, reference, neighbourhood, year, taskField, amount, provisionReference, today()));
        List<ReleaseForecast> forecasts = listPlannedFor(provisionReference)
                .filter(planned -> planned.reference().equals(reference))
                .toList();
        if (ledger.isOpen(neighbourhood.municipality(), year)) {
            LocalDate bears = year.compareTo(FiscalYear.of(today())) > 0 ? year.firstDay() : today();
            forecasts.forEach(planned -> planned.realise(bears));
        } else {
            forecasts.stream().filter(planned -> !planned.isRealised()).forEach(this::drop);
        }
        audit.record("budget.await-release", "release", reference, "provision=" + provisionReference + " year=" + year);
    }

    /**
     * The household goes back to its own help before the money was posted: it does not come.
     *
     * @param partlyPosted money of the provision was posted in another year, so that the forecast has come true
     */
    @Transactional(MANDATORY)
    @WithoutAccessCheck(CHECKED_ABOVE)
    public void cancelWaitingRelease(String reference, String provisionReference, boolean partlyPosted) {
        listWaiting(reference).stream()
                .filter(waiting -> waiting.provision().equals(provisionReference))
                .forEach(entityManager::remove);
        if (!partlyPosted) {
            listPlannedFor(provisionReference)
                    .filter(planned -> planned.reference().equals(reference))
                    .forEach(this::drop);
        }
        audit.record("budget.cancel-waiting-release", "release", reference, "provision=" + provisionReference);
    }

    /**
     * Money that was adopted for a provision has come free for certain. It first gives back what pre-financing bore in the
     * neighbourhood: for the plan that it came free for, whether that was forecast or not, then for the others, the oldest
     * first.
     *
     * @param reference the plan that it came free for
     * @return the booking, also when it was made before
     */
    @Transactional(MANDATORY)
    @WithoutAccessCheck(CHECKED_ABOVE)
    public TransferId realiseRelease(
            String key,
            String reference,
            NeighbourhoodCode neighbourhood,
            FiscalYear year,
            String taskField,
            Money amount,
            String provisionReference) {
        return bookRelease(
                key,
                reference,
                new NewTransfer(
                        key,
                        Appropriations.account(neighbourhood.municipality(), year, taskField),
                        released(neighbourhood, year, taskField),
                        amount,
                        Reason.RELEASE_REALISED,
                        provisionReference,
                        ""));
    }

    /**
     * Money came free after its year was closed, and the council lets it into a later one, through the reserves. From there it is
     * release of the neighbourhood like any other: {@link #realiseRelease}.
     *
     * @param key that it was awaited by
     * @param into the year in which it is booked
     * @return the booking, also when it was made before
     */
    @Transactional(MANDATORY)
    @WithoutAccessCheck(CHECKED_ABOVE)
    public TransferId carryOverRelease(
            String key,
            String reference,
            NeighbourhoodCode neighbourhood,
            FiscalYear into,
            String taskField,
            Money amount,
            String provisionReference,
            CouncilNumber councilDecision) {
        AccountKey reserves = AccountKey.of(neighbourhood.municipality(), into, AccountKind.CARRIED_OVER)
                .withTaskField(YearEnds.RESERVES)
                .withNeighbourhood(neighbourhood);
        ledger.transfer(new NewTransfer(
                key + ":drawn",
                AccountKey.of(neighbourhood.municipality(), into, AccountKind.COUNCIL),
                reserves,
                amount,
                Reason.CARRIED_OVER,
                provisionReference,
                councilDecision.value()));
        return bookRelease(
                key,
                reference,
                new NewTransfer(
                        key + ":carried-over",
                        reserves,
                        released(neighbourhood, into, taskField),
                        amount,
                        Reason.CARRIED_OVER,
                        provisionReference,
                        councilDecision.value()));
    }

    /** @param key that it was awaited by */
    private TransferId bookRelease(String key, String reference, NewTransfer booking) {
        Receipt receipt = ledger.transfer(booking);
        if (receipt.repeated()) {
            return receipt.transfer();
        }
        AccountKey released = booking.to();
        entityManager.persist(new BookedRelease(receipt.transfer(), reference, booking.reference()));
        findWaiting(key).ifPresent(entityManager::remove);
        listPlannedFor(booking.reference())
                .filter(planned -> planned.reference().equals(reference))
                .forEach(planned -> planned.realise(today()));
        Money available =
                ledger.findAccount(released).map(AccountSummary::available).orElse(Money.ZERO);
        advances(placeOf(released), released.year())
                .repaidBy(available, reference)
                .forEach(part -> repay(key, released, part));
        return receipt.transfer();
    }

    private static AccountKey released(NeighbourhoodCode neighbourhood, FiscalYear year, String taskField) {
        return AccountKey.of(neighbourhood.municipality(), year, AccountKind.RELEASED)
                .withTaskField(taskField)
                .withNeighbourhood(neighbourhood);
    }

    /**
     * The plan has ended: what was granted and not paid goes back, lot by lot and by the rule of the decision
     * ({@link UnspentMoney}).
     *
     * @return what went back
     */
    @Transactional(MANDATORY)
    @WithoutAccessCheck("called inside the transaction that ends the plan, which has checked")
    public Money returnUnspent(String key, String reference, MunicipalityCode municipality) {
        // what was closed was settled before
        return returnUnspent(key, reference, municipality, year -> ledger.isOpen(municipality, year));
    }

    /** The year has ended: what was granted for it and not paid goes back in the same way. */
    @Transactional(MANDATORY)
    @WithoutAccessCheck("called inside the transaction that settles the year, which has checked")
    public Money returnUnspent(String key, String reference, MunicipalityCode municipality, FiscalYear of) {
        return returnUnspent(key, reference, municipality, of::equals);
    }

    /** What a plan has left of a year, lot by lot. */
    UnspentMoney listUnspent(String reference, MunicipalityCode municipality, FiscalYear of) {
        return unspent(reference, municipality, of::equals);
    }

    private UnspentMoney unspent(String reference, MunicipalityCode municipality, Predicate<FiscalYear> years) {
        List<UnspentMoney.Lot> lots = new ArrayList<>();
        for (AccountSummary granted : ledger.listAccounts(municipality, reference)) {
            if (granted.key().kind() == AccountKind.GRANTED
                    && years.test(granted.key().year())) {
                // what is held stays; as the ledger does, the oldest goes first
                Money free = granted.available();
                for (Origin origin : ledger.traceUnused(granted.id())) {
                    Money left = free.min(origin.remaining());
                    free = free.minus(left);
                    lots.add(UnspentMoney.Lot.of(granted.key(), origin, left));
                }
            }
        }
        return new UnspentMoney(lots, leftOver(reference));
    }

    private Money returnUnspent(
            String key, String reference, MunicipalityCode municipality, Predicate<FiscalYear> years) {
        Money returned = Money.ZERO;
        int place = 0;
        List<TransferSummary> transfers = ledger.listTransfers(municipality, reference);
        for (UnspentMoney.Return part : unspent(reference, municipality, years)
                .returns(transfers, repaid(transfers), returnedBefore(transfers))) {
            ledger.transfer(new NewTransfer(
                    key + ':' + place++,
                    part.from(),
                    part.to(),
                    part.amount(),
                    Reason.UNSPENT_RETURNED,
                    reference,
                    ""));
            returned = returned.plus(part.amount());
        }
        if (returned.isPositive()) {
            audit.record("budget.return-unspent", "budget", reference, "amount=" + returned.cents());
        }
        return returned;
    }

    private List<UnspentMoney.Repaid> repaid(List<TransferSummary> transfers) {
        return traceStanding(transfers, Reason.PRE_FINANCING_REPAID).stream()
                .map(UnspentMoney.Repaid::of)
                .toList();
    }

    private List<UnspentMoney.ReturnedBefore> returnedBefore(List<TransferSummary> transfers) {
        return traceStanding(transfers, Reason.UNSPENT_RETURNED).stream()
                .flatMap(way -> UnspentMoney.ReturnedBefore.of(way).stream())
                .toList();
    }

    private List<Origin> traceStanding(List<TransferSummary> transfers, Reason reason) {
        return ledger.traceBack(transfers.stream()
                .filter(transfer -> transfer.reason() == reason && transfer.stands())
                .map(TransferSummary::id)
                .toList());
    }

    private LeftOver leftOver(String reference) {
        return InitiativeId.find(reference)
                .map(plan -> {
                    LeftOverAsked asked = new LeftOverAsked(plan);
                    leftOverAsked.fire(asked);
                    return asked.rule();
                })
                .orElse(LeftOver.NEIGHBOURHOOD);
    }

    /**
     * The way of an initiative's money. Who may not see single households sees no source with too few of them behind it.
     */
    public MoneyWay readMoneyWay(String reference) {
        return readMoneyWay(reference, null, false);
    }

    /**
     * The same, also of a plan for which nothing was booked or expected yet.
     *
     * @param neighbourhood of that plan
     */
    public MoneyWay readMoneyWay(String reference, NeighbourhoodCode neighbourhood) {
        return readMoneyWay(reference, neighbourhood, false);
    }

    /**
     * @param plan where it is, as far as is known
     * @param forAll as for who may not see single households, whoever asks
     */
    private MoneyWay readMoneyWay(String reference, @Nullable NeighbourhoodCode plan, boolean forAll) {
        MunicipalityCode municipality = access.require(Operation.SEE_BUDGETS).municipality();
        List<AccountSummary> accounts = ledger.listAccounts(municipality, reference);
        List<ReleaseForecast> forecasts = listForecasts(reference);
        NeighbourhoodCode neighbourhood = Stream.concat(
                        accounts.stream().map(account -> placeOf(account.key())),
                        forecasts.stream().map(ReleaseForecast::neighbourhood))
                .findFirst()
                .or(() -> Optional.ofNullable(plan))
                .orElseThrow(NotFound::new);
        access.require(Operation.SEE_BUDGETS, neighbourhood);
        List<Origin> origins = accounts.stream()
                .filter(account -> account.key().kind() == AccountKind.GRANTED)
                .flatMap(account -> MoneyWay.kept(
                        ledger.traceBack(account.id()),
                        balance(
                                accounts.stream()
                                        .filter(other -> other.key()
                                                .year()
                                                .equals(account.key().year()))
                                        .toList(),
                                AccountKind.PAID))
                        .stream())
                .toList();
        boolean exact = !forAll && maySeeHouseholds(neighbourhood);
        List<ReservationSummary> held = listForDecision(reference, neighbourhood);
        Map<String, String> helped = householdsBehind(origins, forecasts);
        MoneyWay way = new MoneyWay(
                reference,
                neighbourhood,
                Money.sum(held.stream()
                        .filter(reservation -> reservation.state() == ReservationState.PENDING)
                        .map(ReservationSummary::total)
                        .toList()),
                Money.sum(origins.stream().map(Origin::amount).toList()),
                balance(accounts, AccountKind.PAID),
                Settlement.of(ledger.listTransfers(municipality, reference))
                        .map(Settlement::returned)
                        .orElse(Money.ZERO),
                repaid(municipality, reference, exact).total(),
                MoneyWay.sources(origins, helped),
                exact ? planned(forecasts, helped) : shownPlanned(forecasts, helped),
                exact ? waiting(municipality, coming(municipality, listWaiting(reference))) : List.of(),
                exact ? late(municipality, listWaiting(reference)) : List.of(),
                false,
                true);
        return exact ? way : way.withoutSmallGroups(rule, tellsBesideEarlier(held));
    }

    private Map<String, String> householdsBehind(List<Origin> origins, List<ReleaseForecast> forecasts) {
        return households.of(Stream.concat(
                        origins.stream().flatMap(origin -> MoneyWay.releaseOf(origin).stream()),
                        forecasts.stream().map(ReleaseForecast::provision))
                .toList());
    }

    /**
     * Whether the reader may see what bears a plan source by source: not when few households stand behind a source, nor when
     * few stand behind the difference with what an earlier proposal showed, unless the reader may see them. It says nothing of a
     * proposal that has come to nothing: by what it held, few may stand now.
     */
    public boolean showsCover(String reference, NeighbourhoodCode neighbourhood) {
        access.require(Operation.SEE_BUDGETS, neighbourhood);
        return maySeeHouseholds(neighbourhood) || showsCoverToAll(reference, neighbourhood);
    }

    /** The same for what goes to anybody: as for who may not see single households, whoever asks. */
    public boolean showsCoverToAll(String reference, NeighbourhoodCode neighbourhood) {
        access.require(Operation.SEE_BUDGETS, neighbourhood);
        List<ReservationSummary> held = listForDecision(reference, neighbourhood);
        boolean granted = held.stream().anyMatch(reservation -> reservation.state() != ReservationState.PENDING);
        return held.stream()
                        .filter(reservation -> reservation.state() == ReservationState.PENDING)
                        .flatMap(reservation -> reservation.lines().stream())
                        .allMatch(this::hasManyBehind)
                && (granted
                        ? !readMoneyWay(reference, neighbourhood, true).grouped()
                                && manyFreedAllGrants(reference, neighbourhood)
                        : !tellsBesideEarlier(held));
    }

    /** Whether the reader may see what single households released. */
    public boolean seesHouseholds(NeighbourhoodCode neighbourhood) {
        access.require(Operation.SEE_BUDGETS, neighbourhood);
        return maySeeHouseholds(neighbourhood);
    }

    /** What is held or was granted for a plan. */
    private List<ReservationSummary> listForDecision(String reference, NeighbourhoodCode neighbourhood) {
        return ledger.listReservations(neighbourhood.municipality(), reference).stream()
                .filter(PooledBudgets::isForDecision)
                .filter(reservation -> reservation.state() != ReservationState.VOIDED)
                .toList();
    }

    /** A decision shows what it granted, also when that has gone back or was countered since. */
    private boolean manyFreedAllGrants(String reference, NeighbourhoodCode neighbourhood) {
        List<Origin> origins = ledger.traceBack(ledger.listTransfers(neighbourhood.municipality(), reference).stream()
                .filter(transfer -> transfer.reason() == Reason.GRANTED && transfer.counters() == null)
                .map(TransferSummary::id)
                .toList());
        return !MoneyWay.hasSmallGroups(MoneyWay.sources(origins, householdsBehind(origins, List.of())), rule);
    }

    /** For this plan or another: what was let go is free for all, and they show it one after the other. */
    private boolean tellsBesideEarlier(List<ReservationSummary> held) {
        Map<AccountKey, List<HeldCover>> earlier = new HashMap<>();
        Map<AccountKey, Boolean> known = new HashMap<>();
        Predicate<AccountKey> holdsRelease = account -> known.computeIfAbsent(account, this::holdsRelease);
        for (ReservationSummary reservation : held) {
            HeldCover cover = HeldCover.of(reservation);
            for (AccountKey account : cover.amounts().keySet()) {
                if (holdsRelease.test(account)
                        && earlier.computeIfAbsent(account, this::listLetGo).stream()
                                .anyMatch(other -> cover.tellsBeside(other, holdsRelease))) {
                    return true;
                }
            }
        }
        return false;
    }

    private List<HeldCover> listLetGo(AccountKey account) {
        return ledger.findAccount(account).stream()
                .flatMap(found -> ledger.listReservations(found.id()).stream())
                .filter(PooledBudgets::isForDecision)
                .filter(reservation -> reservation.state() == ReservationState.VOIDED)
                .map(HeldCover::of)
                .toList();
    }

    /** Pre-financing may hold release that repaid it. */
    private boolean holdsRelease(AccountKey account) {
        return switch (account.kind()) {
            case RELEASED -> true;
            case PRE_FINANCING ->
                ledger.findAccount(account).stream()
                        .flatMap(found -> ledger.traceBack(found.id()).stream())
                        .anyMatch(origin ->
                                MoneyWay.householdBehind(origin, Map.of()).isPresent());
            default -> false;
        };
    }

    /**
     * Whether what is held for a line may be shown: neither the release that it would take, oldest first, nor all that is there
     * may be that of few. Pre-financing may hold release that repaid it.
     */
    private boolean hasManyBehind(NewReservation.Line line) {
        List<Origin> there = ledger.findAccount(line.from()).stream()
                .flatMap(account -> ledger.traceUnused(account.id()).stream())
                .toList();
        Map<String, String> helped = householdsBehind(there, List.of());
        Map<String, Money> all = new HashMap<>();
        Map<String, Money> taken = new HashMap<>();
        Money wanted = line.amount();
        for (Origin origin : there) {
            Money part = wanted.min(origin.remaining());
            wanted = wanted.minus(part);
            Optional<String> household = MoneyWay.householdBehind(origin, helped);
            if (household.isPresent()) {
                all.merge(household.get(), origin.remaining(), Money::plus);
                if (part.isPositive()) {
                    taken.merge(household.get(), part, Money::plus);
                }
            }
        }
        return taken.isEmpty() || !rule.hidesAmount(Cell.of(taken)) && !rule.hidesAmount(Cell.of(all));
    }

    /** Held for a decision, not for a payment. */
    private static boolean isForDecision(ReservationSummary reservation) {
        return reservation.lines().stream().allMatch(line -> line.to().kind() == AccountKind.GRANTED);
    }

    /** Where each cent that was granted came from, lot by lot, to the council; for who may read the ledger. */
    public List<Origin> traceBack(String reference) {
        MunicipalityCode municipality = access.require(Operation.SEE_LEDGER).municipality();
        return ledger.listAccounts(municipality, reference).stream()
                .filter(account -> account.key().kind() == AccountKind.GRANTED)
                .flatMap(account -> ledger.traceBack(account.id()).stream())
                .toList();
    }

    /**
     * What of the first twelve months release bears, and what must be borne otherwise: by what is held or was granted for the
     * plan, and for nobody by what is free, which another plan may take. Everybody gets the same reckoning; who may not see single
     * households gets it without the release of few, and what came free as it was expected: what really did moves with each
     * single household.
     *
     * @param likely what is expected to come free as long as no household’s release is on record; none when nobody knows
     * @param proposed what would be held as well
     */
    public MonthlyCover readMonthlyCover(
            String reference,
            NeighbourhoodCode neighbourhood,
            YearMonth first,
            Money startUp,
            Money runningAYear,
            MonthlyCover.@Nullable Release likely,
            List<Cover> proposed) {
        access.require(Operation.SEE_BUDGETS, neighbourhood);
        boolean exact = maySeeHouseholds(neighbourhood);
        List<ReleaseForecast> forecasts = listForecasts(reference);
        List<MonthlyCover.Release> releases;
        List<MonthlyCover.Freed> freed = List.of();
        MonthlyCover.Basis basis;
        if (likely != null && forecasts.isEmpty()) {
            releases = List.of(likely);
            basis = MonthlyCover.Basis.SUGGESTION;
        } else if (exact) {
            releases = standing(forecasts)
                    .filter(forecast -> !forecast.isRealised())
                    .map(ReleaseForecast::expected)
                    .toList();
            freed = freed(reference, neighbourhood.municipality());
            basis = forecasts.isEmpty() && freed.isEmpty() ? MonthlyCover.Basis.UNKNOWN : MonthlyCover.Basis.HOUSEHOLDS;
        } else {
            releases = shown(forecasts, householdsBehind(List.of(), forecasts))
                    .map(ShownForecast.Shown::release)
                    .toList();
            basis = releases.isEmpty() ? MonthlyCover.Basis.NOT_SHOWN : MonthlyCover.Basis.MANY_HOUSEHOLDS;
        }
        List<MonthlyCover.Bearer> bearers = ownBearers(reference, neighbourhood, proposed, exact);
        return MonthlyCover.of(
                first,
                startUp,
                runningAYear,
                releases,
                freed,
                exact || showsCover(reference, neighbourhood) ? bearers : MonthlyCover.together(bearers),
                basis);
    }

    /**
     * What really came free for a plan: in the budget, or certain and waiting. It may be less than was expected of it, and it may
     * have been expected by nobody.
     */
    private List<MonthlyCover.Freed> freed(String reference, MunicipalityCode municipality) {
        List<BookedRelease> ofPlan = listBooked(reference);
        Set<TransferId> bookings = ofPlan.stream().map(BookedRelease::booking).collect(Collectors.toSet());
        List<String> provisions = ofPlan.stream().map(BookedRelease::provision).toList();
        Stream<MonthlyCover.Freed> booked = Stream.of(Reason.RELEASE_REALISED, Reason.CARRIED_OVER)
                .flatMap(reason -> ledger.listTransfers(municipality, reason, provisions).stream())
                .filter(transfer -> bookings.contains(transfer.id()) && !transfer.countered())
                .map(transfer -> new MonthlyCover.Freed(
                        YearMonth.from(transfer.bookedOn()), transfer.to().year(), transfer.amount()));
        Stream<MonthlyCover.Freed> waiting = coming(municipality, listWaiting(reference)).stream()
                .map(release ->
                        new MonthlyCover.Freed(YearMonth.from(release.since()), release.year(), release.amount()));
        return Stream.concat(booked, waiting).toList();
    }

    /**
     * What is held or was granted for the plan, by what it came from. What release has repaid is free pre-financing again and
     * does not bear twice. Release that bears it came from other plans: its own is posted when it runs, past any decision.
     */
    private List<MonthlyCover.Bearer> ownBearers(
            String reference, NeighbourhoodCode neighbourhood, List<Cover> proposed, boolean exact) {
        Stream<NewReservation.Line> held =
                listForDecision(reference, neighbourhood).stream().flatMap(reservation -> reservation.lines().stream());
        Stream<NewReservation.Line> asked =
                proposed.stream().flatMap(cover -> lines(reference, neighbourhood, cover).stream());
        List<MonthlyCover.Bearer> forGood = new ArrayList<>();
        Map<AccountKey, Money> advanced = new LinkedHashMap<>();
        for (NewReservation.Line line : Stream.concat(held, asked).toList()) {
            CoverKind kind = kind(line.from());
            if (kind == CoverKind.PRE_FINANCING) {
                advanced.merge(line.from(), line.amount(), Money::plus);
            } else {
                forGood.add(new MonthlyCover.Bearer(
                        kind,
                        line.from().taskField(),
                        line.amount(),
                        line.from().year().firstDay(),
                        null));
            }
        }
        Map<AccountKey, Money> repaid =
                repaid(neighbourhood.municipality(), reference, exact).to(advanced);
        List<MonthlyCover.Bearer> bearers = new ArrayList<>(forGood);
        // what bears for good before what must be given back
        advanced.forEach((account, amount) -> bearers.add(new MonthlyCover.Bearer(
                CoverKind.PRE_FINANCING,
                account.taskField(),
                amount.minus(repaid.getOrDefault(account, Money.ZERO)).max(Money.ZERO),
                account.year().firstDay(),
                preFinancings
                        .findEnd(neighbourhood, account)
                        .orElseGet(() -> account.year().lastDay()))));
        return bearers;
    }

    private static CoverKind kind(AccountKey from) {
        return switch (from.kind()) {
            case CONTRIBUTED -> CoverKind.CONTRIBUTION;
            case RELEASED -> CoverKind.REALISED_RELEASE;
            case PRE_FINANCING -> CoverKind.PRE_FINANCING;
            default -> CoverKind.APPROPRIATION;
        };
    }

    private boolean maySeeHouseholds(NeighbourhoodCode neighbourhood) {
        return PreFinancings.maySeeHouseholds(access, neighbourhood);
    }

    private Advances advances(NeighbourhoodCode neighbourhood, FiscalYear year) {
        return new Advances(preFinancings.listAccounts(neighbourhood, year).stream()
                .flatMap(account -> ledger.sumByReference(account.id(), neighbourhood).entrySet().stream()
                        .filter(sum -> sum.getValue().isNegative())
                        // what went into the arrangement and out again is no advance to anybody
                        .filter(sum -> !sum.getKey().equals(account.key().reference()))
                        .map(sum -> new Advances.Advance(
                                account.key(), sum.getKey(), sum.getValue().negated())))
                .toList());
    }

    private void repay(String key, AccountKey released, Advances.Advance part) {
        ledger.transfer(new NewTransfer(
                key + ":repay:" + part.arrangement().reference() + ':' + part.reference(),
                released,
                part.arrangement(),
                part.amount(),
                Reason.PRE_FINANCING_REPAID,
                part.reference(),
                ""));
    }

    private List<AccountSummary> bearing(
            String reference, NeighbourhoodCode neighbourhood, FiscalYear year, CoverLine line) {
        Predicate<AccountSummary> ofTaskField =
                account -> account.key().taskField().equals(line.taskField());
        return switch (line.kind()) {
            case CONTRIBUTION -> contributions.listAccounts(reference, year);
            case REALISED_RELEASE ->
                released(neighbourhood, year).filter(ofTaskField).toList();
            case PRE_FINANCING -> {
                List<Long> bearingToday = new ArrayList<>();
                preFinancings
                        .listBearing(neighbourhood, year)
                        .forEach(bearing -> bearingToday.add(bearing.id().value()));
                yield preFinancings.listAccounts(neighbourhood, year).stream()
                        .filter(ofTaskField)
                        .filter(account -> bearingToday.stream()
                                .anyMatch(id -> account.key().reference().equals(PreFinancing.reference(id))))
                        .toList();
            }
            case APPROPRIATION ->
                appropriated(neighbourhood.municipality(), year, Appropriations.FOR_INITIATIVES)
                        .filter(ofTaskField)
                        .toList();
        };
    }

    private Stream<AccountSummary> released(NeighbourhoodCode neighbourhood, FiscalYear year) {
        return ledger.listAccounts(neighbourhood.municipality(), year, AccountKind.RELEASED).stream()
                .filter(account -> neighbourhood.equals(account.key().neighbourhood()));
    }

    private Stream<AccountSummary> appropriated(MunicipalityCode municipality, FiscalYear year, String reference) {
        return ledger.listAccounts(municipality, year, AccountKind.APPROPRIATED).stream()
                .filter(account -> account.key().reference().equals(reference));
    }

    private Repayments repaid(MunicipalityCode municipality, String reference, boolean exact) {
        List<TransferSummary> repayments = ledger.listTransfers(municipality, reference).stream()
                .filter(transfer -> transfer.reason() == Reason.PRE_FINANCING_REPAID)
                .toList();
        if (exact) {
            return Repayments.exact(repayments);
        }
        List<Origin> origins = ledger.traceBack(repayments.stream()
                .filter(repayment -> repayment.counters() == null)
                .map(TransferSummary::id)
                .toList());
        return Repayments.shown(repayments, origins, householdsBehind(origins, List.of()), today(), rule);
    }

    private void drop(ReleaseForecast forecast) {
        forecast.drop(today());
        // its place is free for another before that one is written
        entityManager.flush();
    }

    private static Stream<ReleaseForecast> standing(List<ReleaseForecast> forecasts) {
        return forecasts.stream().filter(ReleaseForecast::isStanding);
    }

    /**
     * What is expected of a plan, in parts of which each may be seen by itself: single provisions for who may see single
     * households, else the parts that every other screen shows too. Whoever adds them up adds up whole parts.
     */
    public List<ExpectedPart> listExpectedParts(String reference, NeighbourhoodCode neighbourhood) {
        access.require(Operation.SEE_BUDGETS, neighbourhood);
        List<ReleaseForecast> forecasts = listForecasts(reference);
        if (maySeeHouseholds(neighbourhood)) {
            return standing(forecasts)
                    .map(forecast -> new ExpectedPart(forecast.exact(), List.of(forecast.provision())))
                    .toList();
        }
        Map<String, String> helped = householdsBehind(List.of(), forecasts);
        Map<ShownForecast.Dated, ReleaseForecast> sources = new IdentityHashMap<>();
        List<ShownForecast.Dated> dated = new ArrayList<>();
        for (ReleaseForecast forecast : forecasts) {
            ShownForecast.Dated one = forecast.dated(helped);
            sources.put(one, forecast);
            dated.add(one);
        }
        return ShownForecast.parts(today(), dated, rule).stream()
                .map(part -> ExpectedPart.of(
                        part.stream().map(ShownForecast.InPart::release).toList(),
                        part.stream()
                                .map(one -> Objects.requireNonNull(sources.get(one.forecast()))
                                        .provision())
                                .toList()))
                .toList();
    }

    private Stream<ShownForecast.Shown> shown(List<ReleaseForecast> forecasts, Map<String, String> helped) {
        return ShownForecast.on(
                today(), forecasts.stream().map(one -> one.dated(helped)).toList(), rule)
                .stream();
    }

    private record Expected(String taskField, String household, Money aYear) {}

    private List<MoneyWay.Planned> shownPlanned(List<ReleaseForecast> forecasts, Map<String, String> helped) {
        return planned(shown(forecasts, helped)
                        .filter(shown -> !shown.release().realised())
                        .map(shown -> new Expected(
                                shown.taskField(),
                                shown.household(),
                                shown.release().aYear())))
                .stream()
                .map(plan -> new MoneyWay.Planned(plan.taskField(), plan.aYear(), rule.rounded(plan.households())))
                .toList();
    }

    private static List<MoneyWay.Planned> planned(List<ReleaseForecast> forecasts, Map<String, String> helped) {
        return planned(standing(forecasts)
                .filter(release -> !release.isRealised())
                .map(release -> new Expected(
                        release.taskField(),
                        helped.getOrDefault(release.provision(), HelpedHouseholds.UNKNOWN),
                        release.aYear())));
    }

    private static List<MoneyWay.Planned> planned(Stream<Expected> expected) {
        return expected
                .collect(Collectors.groupingBy(Expected::taskField, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(entry -> new MoneyWay.Planned(
                        entry.getKey(),
                        Money.sum(entry.getValue().stream().map(Expected::aYear).toList()),
                        (int) entry.getValue().stream()
                                .map(Expected::household)
                                .distinct()
                                .count()))
                .toList();
    }

    /** What came free for a plan and waits, and whether the council’s money for it is short. */
    private List<MoneyWay.Waiting> waiting(MunicipalityCode municipality, List<WaitingRelease> releases) {
        Map<String, String> helped =
                households.of(releases.stream().map(WaitingRelease::provision).toList());
        Map<Lack, List<WaitingRelease>> lacks = byTaskField(coming(municipality, listWaiting(municipality)));
        List<MoneyWay.Waiting> waiting = new ArrayList<>();
        byTaskField(releases)
                .forEach((at, group) -> waiting.add(new MoneyWay.Waiting(
                        at.year(),
                        at.taskField(),
                        sum(group),
                        (int) group.stream()
                                .map(release -> helped.getOrDefault(release.provision(), HelpedHouseholds.UNKNOWN))
                                .distinct()
                                .count(),
                        since(group),
                        lacking(municipality, at, lacks.getOrDefault(at, List.of())))));
        return waiting;
    }

    /** What may still come free in a year, by task field: a forecast. */
    public Map<String, Money> listPlanned(MunicipalityCode municipality) {
        access.requireForWhole(Operation.SEE_LEDGER, municipality);
        Map<String, Money> planned = new TreeMap<>();
        for (Object[] row : entityManager
                .createQuery(
                        "select f.taskField, sum(f.yearlyCents) from ReleaseForecast f"
                                + " where f.neighbourhood like :municipality and f.standingProvision is not null"
                                + " and f.realisedOn is null group by f.taskField",
                        Object[].class)
                .setParameter("municipality", municipality.neighbourhoodPattern())
                .getResultList()) {
            planned.put((String) row[0], Money.ofCents(((Number) row[1]).longValue()));
        }
        return planned;
    }

    /** Where the task field has less money than came free and waits in it, so that the council’s amount must be raised. */
    public List<Shortage> listShortages(MunicipalityCode municipality) {
        access.requireForWhole(Operation.SEE_LEDGER, municipality);
        List<Shortage> shortages = new ArrayList<>();
        byTaskField(coming(municipality, listWaiting(municipality))).forEach((at, group) -> {
            Money lacking = lacking(municipality, at, group);
            if (lacking.isPositive()) {
                shortages.add(new Shortage(at.year(), at.taskField(), sum(group), since(group), lacking));
            }
        });
        return shortages;
    }

    /** What came free for a year that was closed by then, and is in no budget. */
    List<LateRelease> listLate(MunicipalityCode municipality, FiscalYear year) {
        return ledger.isOpen(municipality, year) ? List.of() : late(listWaiting(municipality, year));
    }

    private List<LateRelease> late(MunicipalityCode municipality, List<WaitingRelease> releases) {
        return late(
                releases.stream().filter(Predicate.not(isComing(municipality))).toList());
    }

    private static List<LateRelease> late(List<WaitingRelease> ofClosedYears) {
        List<LateRelease> late = new ArrayList<>();
        byTaskField(ofClosedYears)
                .forEach((at, group) -> late.add(new LateRelease(at.year(), at.taskField(), sum(group))));
        return late;
    }

    /** Without what came in after its year was closed. */
    private List<WaitingRelease> coming(MunicipalityCode municipality, List<WaitingRelease> releases) {
        return releases.stream().filter(isComing(municipality)).toList();
    }

    /** The book is asked once for a year. */
    private Predicate<WaitingRelease> isComing(MunicipalityCode municipality) {
        Map<FiscalYear, Boolean> open = new HashMap<>();
        return release -> open.computeIfAbsent(release.year(), year -> ledger.isOpen(municipality, year));
    }

    /** What came free in a year that is open, and is not booked yet. */
    Money sumWaiting(MunicipalityCode municipality, FiscalYear year) {
        return ledger.isOpen(municipality, year) ? sum(listWaiting(municipality, year)) : Money.ZERO;
    }

    private record Lack(FiscalYear year, String taskField) {}

    private static Map<Lack, List<WaitingRelease>> byTaskField(List<WaitingRelease> releases) {
        return releases.stream()
                .collect(Collectors.groupingBy(
                        release -> new Lack(release.year(), release.taskField()),
                        () -> new TreeMap<>(Comparator.comparing(Lack::year).thenComparing(Lack::taskField)),
                        Collectors.toList()));
    }

    private Money lacking(MunicipalityCode municipality, Lack at, List<WaitingRelease> releases) {
        if (at.year().compareTo(FiscalYear.of(today())) > 0) {
            return Money.ZERO;
        }
        Money available = ledger.findAccount(
                        Appropriations.account(municipality, at.year(), false).withTaskField(at.taskField()))
                .map(AccountSummary::available)
                .orElse(Money.ZERO);
        return sum(releases).minus(available).max(Money.ZERO);
    }

    private static Money sum(List<WaitingRelease> releases) {
        return Money.sum(releases.stream().map(WaitingRelease::amount).toList());
    }

    private static LocalDate since(List<WaitingRelease> releases) {
        return releases.stream()
                .map(WaitingRelease::since)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    private List<WaitingRelease> listWaiting(MunicipalityCode municipality) {
        return entityManager
                .createQuery(
                        "select w from WaitingRelease w where w.neighbourhood like :municipality order by w.id",
                        WaitingRelease.class)
                .setParameter("municipality", municipality.neighbourhoodPattern())
                .getResultList();
    }

    private List<WaitingRelease> listWaiting(MunicipalityCode municipality, FiscalYear year) {
        return entityManager
                .createQuery(
                        "select w from WaitingRelease w where w.neighbourhood like :municipality"
                                + " and w.fiscalYear = :year order by w.id",
                        WaitingRelease.class)
                .setParameter("municipality", municipality.neighbourhoodPattern())
                .setParameter("year", year.year())
                .getResultList();
    }

    private List<WaitingRelease> listWaiting(String reference) {
        return entityManager
                .createQuery(
                        "select w from WaitingRelease w where w.reference = :reference order by w.id",
                        WaitingRelease.class)
                .setParameter("reference", reference)
                .getResultList();
    }

    private List<BookedRelease> listBooked(String reference) {
        return entityManager
                .createQuery(
                        "select b from BookedRelease b where b.reference = :reference order by b.booking",
                        BookedRelease.class)
                .setParameter("reference", reference)
                .getResultList();
    }

    private Optional<WaitingRelease> findWaiting(String key) {
        return entityManager
                .createQuery("select w from WaitingRelease w where w.key = :key", WaitingRelease.class)
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }

    /** Those that have fallen away included. */
    private List<ReleaseForecast> listForecasts(String reference) {
        return entityManager
                .createQuery(
                        "select p from ReleaseForecast p where p.reference = :reference order by p.id",
                        ReleaseForecast.class)
                .setParameter("reference", reference)
                .getResultList();
    }

    private Stream<ReleaseForecast> listPlannedFor(String provision) {
        return entityManager
                .createQuery(
                        "select p from ReleaseForecast p where p.standingProvision = :provision order by p.id",
                        ReleaseForecast.class)
                .setParameter("provision", provision)
                .getResultStream();
    }

    private static CoverLine line(AccountSummary account, CoverKind kind) {
        return new CoverLine(account.key().taskField(), kind, account.available());
    }

    private static Money balance(List<AccountSummary> accounts, AccountKind kind) {
        return Money.sum(accounts.stream()
                .filter(account -> account.key().kind() == kind)
                .map(AccountSummary::balance)
                .toList());
    }

    private static NeighbourhoodCode placeOf(AccountKey account) {
        return Optional.ofNullable(account.neighbourhood()).orElseThrow(NotFound::new);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
