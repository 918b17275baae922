package nl.buurtbundel.budget;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
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
import java.util.List;
import java.util.Optional;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.Capacity;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.User;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.foundation.Conflict;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.foundation.WithoutAccessCheck;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.ledger.AccountSummary;
import nl.buurtbundel.ledger.Ledger;
import nl.buurtbundel.ledger.NewTransfer;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/**
 * Pays while it is argued who pays, and settles it afterwards. Who breaks through says that it is paid; the budget holder sets
 * how much each level can bridge with and books what payers agreed.
 */
@ApplicationScoped
@Transactional(SUPPORTS)
public class Bridges {
    @PersistenceContext
    private EntityManager entityManager;

    private final Access access;
    private final AuditLog audit;
    private final Ledger ledger;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected Bridges() {
        this(null, null, null, null);
    }

    @Inject
    Bridges(Access access, AuditLog audit, Ledger ledger, Clock clock) {
        this.access = access;
        this.audit = audit;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Makes or changes what a level can bridge with in a year: free and out on bridges together. More comes from the task field,
     * less goes back to it. The same again changes nothing.
     *
     * @param seen the version that was looked at; null where the level had nothing to bridge with
     * @throws Conflict when somebody else made or changed it since
     */
    @Transactional(REQUIRED)
    public void set(
            MunicipalityCode municipality,
            FiscalYear year,
            EscalationLevel level,
            String taskField,
            Money amount,
            @Nullable Integer seen) {
        User user = access.requireForWhole(Operation.KEEP_BRIDGING, municipality);
        ledger.open(municipality);
        Optional<BridgingBudget> found = find(municipality, year, level);
        found.ifPresent(budget -> requireSeen(budget, seen, amount));
        BridgingBudget budget = found.orElseGet(() -> {
            BridgingBudget made = new BridgingBudget(municipality, year, level, taskField);
            entityManager.persist(made);
            return made;
        });
        Money there = summary(budget).total();
        budget.set(taskField, amount, there, today())
                .ifPresent(move -> audit.inPowerOf(user.capacityForWhole(Operation.KEEP_BRIDGING), () -> {
                    ledger.transfer(move);
                    audit.record(
                            "budget.set-bridging",
                            "bridging-budget",
                            Long.toString(budget.id()),
                            "level=" + level + " amount=" + amount.cents());
                }));
    }

    /** Who saw nothing, or another amount, would undo what a colleague just did. */
    private void requireSeen(BridgingBudget budget, @Nullable Integer seen, Money amount) {
        entityManager.refresh(budget, LockModeType.PESSIMISTIC_WRITE);
        if (!summary(budget).total().equals(amount)) {
            Conflict.unlessSeen(seen, budget.version());
        }
    }

    /** What each level can bridge with in a year. */
    public List<BridgingBudgetSummary> listBudgets(MunicipalityCode municipality, FiscalYear year) {
        access.requireForWhole(Operation.SEE_LEDGER, municipality);
        return entityManager
                .createQuery(
                        "select b from BridgingBudget b where b.municipality = :municipality and b.fiscalYear = :year"
                                + " order by b.id",
                        BridgingBudget.class)
                .setParameter("municipality", municipality.value())
                .setParameter("year", year.year())
                .getResultStream()
                .map(this::summary)
                .toList();
    }

    /** What was bridged in a year, what is open first. */
    public List<BridgeSummary> list(MunicipalityCode municipality, FiscalYear year) {
        access.requireForWhole(Operation.SEE_LEDGER, municipality);
        return entityManager
                .createQuery(
                        "select b from Bridge b where b.neighbourhood like :municipality and b.fiscalYear = :year"
                                + " order by case when b.openCents > 0 then 0 else 1 end, b.until, b.id",
                        Bridge.class)
                .setParameter("municipality", municipality.neighbourhoodPattern())
                .setParameter("year", year.year())
                .getResultStream()
                .map(Bridge::summary)
                .toList();
    }

    /**
     * Pays now; who bears it is settled later.
     *
     * @throws Refusal when this level has no money to bridge with, or not so much
     */
    @Transactional(MANDATORY)
    @WithoutAccessCheck("called inside the transaction that breaks through, which has checked")
    public BridgeId bridge(InitiativeId plan, NeighbourhoodCode neighbourhood, NewBridge asked, UserId by) {
        MunicipalityCode municipality = neighbourhood.municipality();
        ledger.open(municipality);
        LocalDate today = today();
        BridgingBudget budget = find(municipality, FiscalYear.of(today), asked.level())
                .orElseThrow(() -> new Refusal("budget.error.no-bridging"));
        Money free = summary(budget).free();
        if (asked.amount().compareTo(free) > 0) {
            throw new Refusal(
                    "budget.error.bridging-empty",
                    free.inEuros(),
                    asked.amount().inEuros());
        }
        Bridge bridge = new Bridge(budget, neighbourhood, plan.reference(), asked, by, today);
        entityManager.persist(bridge);
        ledger.transfer(bridge.begin(budget.account()));
        record("bridge", bridge, asked.amount());
        return bridge.id();
    }

    /** Who was paid gave back what was not needed. */
    @Transactional(REQUIRED)
    public void giveBack(BridgeId id, int version, Money back) {
        Bridge bridge = readForChange(id, version);
        ledger.transfer(bridge.giveBack(budgetOf(bridge).account(), back, today()));
        recordKept("give-back-bridge", bridge, back);
    }

    /** Payers agreed who bears which part. */
    @Transactional(REQUIRED)
    public void agree(BridgeId id, int version, List<BridgeShare> shares) {
        Bridge bridge = readForChange(id, version);
        bridge.agree(shares, today());
        recordKept("agree-bridge", bridge, bridge.open());
    }

    /** One payer takes its share: a task field of the municipality at once, another payer when its money came in. */
    @Transactional(REQUIRED)
    public void settle(BridgeId id, int version, int place) {
        Bridge bridge = readForChange(id, version);
        Money before = bridge.open();
        move(bridge.settle(budgetOf(bridge).account(), place, today()));
        recordKept("settle-bridge", bridge, before.minus(bridge.open()));
    }

    /**
     * What no payer took by its last day is borne by the budget that bridged it, and what budgets of a year that is over have
     * free goes back to their task fields. Says how much of both there was.
     */
    @Transactional(REQUIRED)
    public int lapse(MunicipalityCode municipality) {
        access.requireForWhole(Operation.KEEP_BRIDGING, municipality);
        ledger.open(municipality);
        LocalDate today = today();
        List<Bridge> past = entityManager
                .createQuery(
                        "select b from Bridge b where b.neighbourhood like :municipality and b.until < :today"
                                + " and b.openCents > 0 order by b.id",
                        Bridge.class)
                .setParameter("municipality", municipality.neighbourhoodPattern())
                .setParameter("today", today)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
        for (Bridge bridge : past) {
            Money left = bridge.open();
            move(bridge.lapse(today));
            recordKept("lapse-bridge", bridge, left);
        }
        List<NewTransfer> returned = entityManager
                .createQuery(
                        "select b from BridgingBudget b where b.municipality = :municipality and b.fiscalYear < :year"
                                + " order by b.id",
                        BridgingBudget.class)
                .setParameter("municipality", municipality.value())
                .setParameter("year", FiscalYear.of(today).year())
                .getResultStream()
                .flatMap(budget -> budget.giveBack(summary(budget).free(), today).stream())
                .toList();
        move(returned);
        return past.size() + returned.size();
    }

    private Bridge readForChange(BridgeId id, int version) {
        access.require(Operation.KEEP_BRIDGING);
        Bridge bridge = find(id);
        User user = access.requireForWhole(
                Operation.KEEP_BRIDGING, bridge.neighbourhood().municipality());
        ledger.open(bridge.neighbourhood().municipality());
        entityManager.refresh(bridge, LockModeType.PESSIMISTIC_WRITE);
        Conflict.unlessSame(version, bridge.version());
        if (bridge.isMadeBy(user.id())) {
            throw new Refusal("budget.error.own-bridge");
        }
        return bridge;
    }

    private Bridge find(BridgeId id) {
        return Optional.ofNullable(entityManager.find(Bridge.class, id.value())).orElseThrow(NotFound::new);
    }

    private BridgingBudget budgetOf(Bridge bridge) {
        return find(bridge.neighbourhood().municipality(), bridge.year(), bridge.level())
                .orElseThrow(NotFound::new);
    }

    private Optional<BridgingBudget> find(MunicipalityCode municipality, FiscalYear year, EscalationLevel level) {
        return entityManager
                .createQuery(
                        "select b from BridgingBudget b where b.municipality = :municipality and b.fiscalYear = :year"
                                + " and b.level = :level",
                        BridgingBudget.class)
                .setParameter("municipality", municipality.value())
                .setParameter("year", year.year())
                .setParameter("level", level)
                .getResultStream()
                .findFirst();
    }

    private BridgingBudgetSummary summary(BridgingBudget budget) {
        Money free = ledger.findAccount(budget.account())
                .map(AccountSummary::available)
                .orElse(Money.ZERO);
        Long out = entityManager
                .createQuery(
                        "select sum(b.openCents) from Bridge b where b.neighbourhood like :municipality"
                                + " and b.fiscalYear = :year and b.level = :level",
                        Long.class)
                .setParameter("municipality", budget.municipality().neighbourhoodPattern())
                .setParameter("year", budget.year().year())
                .setParameter("level", budget.level())
                .getSingleResult();
        return budget.summary(free, Money.ofCents(out == null ? 0 : out));
    }

    private void move(List<NewTransfer> moves) {
        moves.forEach(ledger::transfer);
    }

    /** By who holds the bridging budgets. */
    private void recordKept(String deed, Bridge bridge, Money amount) {
        Capacity capacity = access.findUser()
                .filter(user -> access.may(Operation.KEEP_BRIDGING))
                .map(user -> user.capacityForWhole(Operation.KEEP_BRIDGING))
                .orElse(Capacity.OWN);
        audit.inPowerOf(capacity, () -> record(deed, bridge, amount));
    }

    private void record(String deed, Bridge bridge, Money amount) {
        audit.record(
                "budget." + deed,
                "bridge",
                Long.toString(bridge.id().value()),
                "level=" + bridge.level() + " cents=" + amount.cents());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
