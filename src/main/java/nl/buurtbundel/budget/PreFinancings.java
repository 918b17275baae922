package nl.buurtbundel.budget;

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
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.Capacity;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.User;
import nl.buurtbundel.foundation.Conflict;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.ledger.AccountKey;
import nl.buurtbundel.ledger.AccountSummary;
import nl.buurtbundel.ledger.Ledger;
import nl.buurtbundel.ledger.NewTransfer;
import nl.buurtbundel.ledger.Reason;
import nl.buurtbundel.ledger.TransferSummary;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/** What may bear costs that realised release does not bear yet: how much, until when, and whose money it is. */
@ApplicationScoped
@Transactional(SUPPORTS)
public class PreFinancings {
    private static final Set<Reason> CHANGES = EnumSet.of(Reason.PRE_FINANCING_SET, Reason.PRE_FINANCING_RETURNED);

    @PersistenceContext
    private EntityManager entityManager;

    private final Access access;
    private final AuditLog audit;
    private final Ledger ledger;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected PreFinancings() {
        this(null, null, null, null);
    }

    @Inject
    PreFinancings(Access access, AuditLog audit, Ledger ledger, Clock clock) {
        this.access = access;
        this.audit = audit;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Makes or changes the arrangement of a year, place and task field. A higher limit takes money from the task field, a lower
     * one gives it back; what is in use cannot be given back.
     *
     * @param neighbourhood none: for the whole municipality
     */
    @Transactional(REQUIRED)
    public PreFinancingId set(
            FiscalYear year,
            @Nullable NeighbourhoodCode neighbourhood,
            String taskField,
            Money limit,
            LocalDate endsOn) {
        User user = access.require(Operation.SET_PRE_FINANCING);
        access.requireForWhole(
                Operation.SET_PRE_FINANCING,
                neighbourhood == null ? user.municipality() : neighbourhood.municipality());
        PreFinancing preFinancing = find(user.municipality(), year, neighbourhood, taskField)
                .orElseGet(() -> {
                    PreFinancing made = new PreFinancing(user.municipality(), year, neighbourhood, taskField, endsOn);
                    entityManager.persist(made);
                    return made;
                });
        inItsPower(() -> change(preFinancing, limit, endsOn));
        return new PreFinancingId(preFinancing.id());
    }

    /** A new arrangement; one that is there already is changed or ended instead. */
    @Transactional(REQUIRED)
    public PreFinancingId add(
            FiscalYear year,
            @Nullable NeighbourhoodCode neighbourhood,
            String taskField,
            Money limit,
            LocalDate endsOn) {
        User user = access.require(Operation.SET_PRE_FINANCING);
        if (find(user.municipality(), year, neighbourhood, taskField)
                .filter(one -> !one.endsOn().isBefore(LocalDate.now(clock)))
                .isPresent()) {
            throw new Refusal("budget.error.pre-financing-exists");
        }
        if (!limit.isPositive()) {
            throw new Refusal("budget.error.nothing-asked");
        }
        return set(year, neighbourhood, taskField, limit, endsOn);
    }

    /** Another limit or end date for an arrangement that was seen. */
    @Transactional(REQUIRED)
    public void change(PreFinancingId id, int version, Money limit, LocalDate endsOn) {
        PreFinancing preFinancing = readForChange(id, version);
        inItsPower(() -> change(preFinancing, limit, endsOn));
    }

    /** It bears nothing new from tomorrow on. What is not in use or held goes back to where it came from. */
    @Transactional(REQUIRED)
    public void end(PreFinancingId id, int version) {
        PreFinancing preFinancing = readForChange(id, version);
        preFinancing.end(LocalDate.now(clock));
        inItsPower(() -> {
            giveBack(preFinancing);
            record("end", preFinancing);
        });
    }

    /**
     * What arrangements have free after their last day, or got back from release since, returns to where it came from. Says how
     * many those were.
     */
    @Transactional(REQUIRED)
    public int returnEnded(MunicipalityCode municipality) {
        access.requireForWhole(Operation.SET_PRE_FINANCING, municipality);
        List<PreFinancing> ended = entityManager
                .createQuery(
                        "select p from PreFinancing p where p.municipality = :municipality and p.endsOn < :today"
                                + " order by p.id",
                        PreFinancing.class)
                .setParameter("municipality", municipality.value())
                .setParameter("today", LocalDate.now(clock))
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        int returned = 0;
        for (PreFinancing preFinancing : ended) {
            if (giveBack(preFinancing)) {
                record("return", preFinancing);
                returned++;
            }
        }
        return returned;
    }

    private boolean giveBack(PreFinancing preFinancing) {
        Money free = ledger.findAccount(preFinancing.account())
                .map(AccountSummary::available)
                .orElse(Money.ZERO);
        if (!free.isPositive()) {
            return false;
        }
        preFinancing.giveBack();
        ledger.transfer(new NewTransfer(
                preFinancing.reference() + ":" + preFinancing.changes(),
                preFinancing.account(),
                preFinancing.source(),
                free,
                Reason.PRE_FINANCING_RETURNED,
                preFinancing.reference(),
                ""));
        return true;
    }

    private PreFinancing readForChange(PreFinancingId id, int version) {
        access.require(Operation.SET_PRE_FINANCING);
        PreFinancing preFinancing = entityManager.find(PreFinancing.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (preFinancing == null) {
            throw new NotFound();
        }
        access.requireForWhole(Operation.SET_PRE_FINANCING, preFinancing.municipality());
        Conflict.unlessSame(version, preFinancing.version());
        return preFinancing;
    }

    private void change(PreFinancing preFinancing, Money limit, LocalDate endsOn) {
        Money setApart = setApart(preFinancing);
        if (setApart.equals(limit) && preFinancing.isSet(limit, endsOn)) {
            // the same again changes nothing, as when a start that was killed begins anew
            return;
        }
        Money difference = preFinancing.change(limit, setApart, endsOn, LocalDate.now(clock));
        String key = preFinancing.reference() + ":" + preFinancing.changes();
        if (!difference.isZero()) {
            boolean more = difference.isPositive();
            ledger.transfer(new NewTransfer(
                    key,
                    more ? preFinancing.source() : preFinancing.account(),
                    more ? preFinancing.account() : preFinancing.source(),
                    more ? difference : difference.negated(),
                    Reason.PRE_FINANCING_SET,
                    preFinancing.reference(),
                    ""));
        }
        record("set", preFinancing);
    }

    /** From the book, where a counter-transfer may have undone what this arrangement did. */
    private Money setApart(PreFinancing preFinancing) {
        return Money.sum(listChanges(preFinancing).stream()
                .map(transfer -> transfer.to().equals(preFinancing.account())
                        ? transfer.amount()
                        : transfer.amount().negated())
                .toList());
    }

    private void inItsPower(Runnable deed) {
        audit.inPowerOf(
                access.findUser()
                        .map(user -> user.capacityForWhole(Operation.SET_PRE_FINANCING))
                        .orElse(Capacity.OWN),
                deed);
    }

    private void record(String deed, PreFinancing preFinancing) {
        audit.record(
                "budget." + deed + "-pre-financing",
                "pre-financing",
                Long.toString(preFinancing.id()),
                "limit=" + preFinancing.limit().cents() + " ends=" + preFinancing.endsOn());
    }

    /** Every arrangement of a year, ended ones too. */
    public List<PreFinancingSummary> list(MunicipalityCode municipality, FiscalYear year) {
        access.requireForWhole(Operation.SEE_APPROPRIATIONS, municipality);
        boolean exact = access.may(Operation.SEE_LEDGER);
        return listOf(municipality, year).stream()
                .flatMap(preFinancing -> ledger.findAccount(preFinancing.account()).map(preFinancing::summary).stream())
                .map(summary -> exact ? summary : summary.withoutAvailable())
                .toList();
    }

    /**
     * What was set apart and what came back, change by change, from the book. For who reads the book: what comes back after the
     * end tells what release repaid, to the cent.
     */
    public List<TransferSummary> listChanges(PreFinancingId id) {
        access.require(Operation.SEE_LEDGER);
        PreFinancing preFinancing = Optional.ofNullable(entityManager.find(PreFinancing.class, id.value()))
                .orElseThrow(NotFound::new);
        access.requireForWhole(Operation.SEE_LEDGER, preFinancing.municipality());
        return listChanges(preFinancing);
    }

    private List<TransferSummary> listChanges(PreFinancing preFinancing) {
        return ledger.listTransfers(preFinancing.municipality(), preFinancing.reference()).stream()
                .filter(transfer -> CHANGES.contains(transfer.reason()))
                .toList();
    }

    /** What bears costs of a neighbourhood today. */
    public List<PreFinancingSummary> list(NeighbourhoodCode neighbourhood, FiscalYear year) {
        access.require(Operation.SEE_BUDGETS, neighbourhood);
        boolean exact = maySeeHouseholds(access, neighbourhood);
        return listBearing(neighbourhood, year).stream()
                .map(summary -> exact ? summary : summary.withoutAvailable())
                .toList();
    }

    /** Who may see what single households released, and with that exactly what bears it. */
    static boolean maySeeHouseholds(Access access, NeighbourhoodCode neighbourhood) {
        return access.may(Operation.SEE_LEDGER, neighbourhood) || access.may(Operation.RELEASE, neighbourhood);
    }

    List<PreFinancingSummary> listBearing(NeighbourhoodCode neighbourhood, FiscalYear year) {
        LocalDate today = LocalDate.now(clock);
        return listOf(neighbourhood, year).stream()
                .filter(preFinancing -> preFinancing.bears(neighbourhood, today))
                .flatMap(preFinancing -> ledger.findAccount(preFinancing.account()).map(preFinancing::summary).stream())
                .toList();
    }

    /** The last day on which the arrangement of an account bears. */
    Optional<LocalDate> findEnd(NeighbourhoodCode neighbourhood, AccountKey account) {
        return listOf(neighbourhood, account.year()).stream()
                .filter(preFinancing -> preFinancing.account().equals(account))
                .map(PreFinancing::endsOn)
                .findFirst();
    }

    /** The accounts that bear costs of a neighbourhood or did so, also past their end date. */
    List<AccountSummary> listAccounts(NeighbourhoodCode neighbourhood, FiscalYear year) {
        return listOf(neighbourhood, year).stream()
                .flatMap(preFinancing -> ledger.findAccount(preFinancing.account()).stream())
                .toList();
    }

    private List<PreFinancing> listOf(NeighbourhoodCode neighbourhood, FiscalYear year) {
        return listOf(neighbourhood.municipality(), year).stream()
                .filter(preFinancing -> preFinancing.bears(neighbourhood))
                .toList();
    }

    private List<PreFinancing> listOf(MunicipalityCode municipality, FiscalYear year) {
        // the arrangement for the neighbourhood itself before the one for all
        return entityManager
                .createQuery(
                        "select p from PreFinancing p where p.municipality = :municipality and p.fiscalYear = :year"
                                + " order by p.neighbourhood desc, p.sourceTaskField, p.id",
                        PreFinancing.class)
                .setParameter("municipality", municipality.value())
                .setParameter("year", year.year())
                .getResultList();
    }

    private Optional<PreFinancing> find(
            MunicipalityCode municipality,
            FiscalYear year,
            @Nullable NeighbourhoodCode neighbourhood,
            String taskField) {
        return entityManager
                .createQuery(
                        "select p from PreFinancing p where p.municipality = :municipality and p.fiscalYear = :year"
                                + " and p.neighbourhood = :neighbourhood and p.sourceTaskField = :taskField",
                        PreFinancing.class)
                .setParameter("municipality", municipality.value())
                .setParameter("year", year.year())
                .setParameter("neighbourhood", neighbourhood == null ? "" : neighbourhood.value())
                .setParameter("taskField", taskField)
                .getResultStream()
                .findFirst();
    }
}
