package nl.buurtbundel.spending;

import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.Capacity;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.User;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.assessment.Interests;
import nl.buurtbundel.foundation.Conflict;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Parts;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.initiative.InitiativeDossier;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.InitiativeMoved;
import nl.buurtbundel.initiative.InitiativePage;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.initiative.PlanInBrief;
import nl.buurtbundel.ledger.Ledger;
import nl.buurtbundel.ledger.ReservationExpired;
import nl.buurtbundel.ledger.ReservationId;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;

/**
 * Expenses of plans, between the decision and the end: whoever began the plan or the team books one with its receipts, somebody
 * else of the team approves it, which holds the money, and the budget holder pays it; or it goes back with a reason.
 */
@ApplicationScoped
@Transactional(SUPPORTS)
public class Expenses {
    private static final int WEEKS_IT_WAITS = 8;

    /**
     * After the decisions that lapse, which are locked before the book, and before observers that say nothing of an order: what
     * waits lets its money go first, and then all that is left of the grant goes back.
     */
    private static final int BEFORE_MONEY_RETURNS = Interceptor.Priority.APPLICATION + 100;

    @PersistenceContext
    private EntityManager entityManager;

    private final Access access;
    private final AuditLog audit;
    private final Initiatives initiatives;
    private final Interests interests;
    private final LineBook lines;
    private final Commitments commitments;
    private final Receipts receipts;
    private final GrantedMoney money;
    private final PaymentOrderFiles files;
    private final Ledger ledger;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected Expenses() {
        this(null, null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    Expenses(
            Access access,
            AuditLog audit,
            Initiatives initiatives,
            Interests interests,
            LineBook lines,
            Commitments commitments,
            Receipts receipts,
            GrantedMoney money,
            PaymentOrderFiles files,
            Ledger ledger,
            Clock clock) {
        this.access = access;
        this.audit = audit;
        this.initiatives = initiatives;
        this.interests = interests;
        this.lines = lines;
        this.commitments = commitments;
        this.receipts = receipts;
        this.money = money;
        this.files = files;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Books an expense with its receipts. Nothing is held yet: that takes somebody else.
     *
     * @param key of the command: the same again changes nothing and gives the same expense
     */
    @Transactional(REQUIRED)
    public ExpenseId book(String key, InitiativeId initiative, NewExpense entry, List<NewReceipt> shown) {
        InitiativePage plan = initiatives.read(initiative);
        User booker = access.require(Operation.BOOK_EXPENSE, plan.neighbourhood());
        requireOwnOrTeam(plan);
        Optional<Expense> before = findBy(key);
        if (before.isPresent()) {
            return before.get().answer(entry);
        }
        Interested.requireSpendable(plan.stage());
        requireOfPlan(entry, initiative);
        Expense expense = new Expense(key, initiative, plan.neighbourhood(), entry, booker.id(), today());
        entityManager.persist(expense);
        receipts.keep(expense, 0, shown, booker.id());
        record("book", expense, "cents=" + entry.amount().cents() + " receipts=" + shown.size());
        return expense.id();
    }

    /**
     * Books anew what was sent back, mended; its receipts stay.
     *
     * @param more receipts besides those that it has
     */
    @Transactional(REQUIRED)
    public void bookAnew(ExpenseId id, int version, NewExpense entry, List<NewReceipt> more) {
        Expense expense = read(id);
        InitiativePage plan = initiatives.read(expense.initiative());
        User booker = access.require(Operation.BOOK_EXPENSE, expense.neighbourhood());
        requireOwnOrTeam(plan);
        entityManager.refresh(expense, LockModeType.PESSIMISTIC_WRITE);
        Conflict.unlessSame(version, expense.version());
        Interested.requireSpendable(plan.stage());
        requireOfPlan(entry, expense.initiative());
        expense.bookAnew(entry, booker.id(), today());
        int before = receipts.list(List.of(id)).getOrDefault(id, List.of()).size();
        receipts.keep(expense, before, more, booker.id());
        record("book", expense, "cents=" + entry.amount().cents() + " receipts=" + (before + more.size()));
    }

    /** Who booked it takes it back, as long as nobody approved it. */
    @Transactional(REQUIRED)
    public void withdraw(ExpenseId id, int version) {
        Expense expense = read(id);
        User booker = access.require(Operation.BOOK_EXPENSE, expense.neighbourhood());
        requireOwnOrTeam(initiatives.read(expense.initiative()));
        entityManager.refresh(expense, LockModeType.PESSIMISTIC_WRITE);
        Conflict.unlessSame(version, expense.version());
        expense.withdraw(booker.id(), today());
        record("withdraw", expense, "");
    }

    /** Somebody else of the team finds it right: the money is held, or taken within what was agreed. */
    @Transactional(REQUIRED)
    public void approve(ExpenseId id, int version) {
        Expense expense = read(id);
        User approver = access.require(Operation.APPROVE_EXPENSE, expense.neighbourhood());
        lock(expense);
        Conflict.unlessSame(version, expense.version());
        InitiativeDossier plan = initiatives.readDossier(expense.initiative());
        Interested.requireSpendable(plan.stage());
        expense.approve(approver.id(), Interested.in(plan, interests), today());
        BudgetLine line = lines.lockFor(expense);
        Optional<CommitmentId> agreed = expense.commitment();
        if (agreed.isPresent()) {
            commitments.readLocked(agreed.get()).claim(expense.amount());
            line.approveCommitted(expense.amount());
        } else {
            line.approve(expense.amount());
            // it can be booked anew and approved again, and each time holds its money
            hold(expense, ":approve:" + version, today().plusWeeks(WEEKS_IT_WAITS));
        }
        record("approve", expense, "cents=" + expense.amount().cents());
    }

    /** The budget holder pays: the money leaves the pooled budget. */
    @Transactional(REQUIRED)
    public void pay(ExpenseId id, int version) {
        Expense expense = read(id);
        User payer = access.require(Operation.PAY, expense.neighbourhood());
        lock(expense);
        Conflict.unlessSame(version, expense.version());
        InitiativeDossier plan = initiatives.readDossier(expense.initiative());
        Interested.requireSpendable(plan.stage());
        BudgetLine line = lines.lockFor(expense);
        Set<UserId> interested = Interested.in(plan, interests);
        Capacity capacity = capacityToPay(payer, expense, interested);
        expense.pay(payer.id(), capacity.absent(), interested, today());
        line.pay(expense.amount());
        audit.inPowerOf(capacity, () -> {
            Optional<CommitmentId> agreed = expense.commitment();
            if (agreed.isPresent()) {
                expense.held(commitments.pay(agreed.get(), expense));
            } else {
                // it can come back, be booked anew and be paid again
                ReservationId held = expense.reservation().orElseThrow(NotFound::new);
                ledger.post(key(expense) + ":pay:" + held.value(), held);
            }
            record("pay", expense, "cents=" + expense.amount().cents());
        });
        // whatever becomes of the rest of it, the bank has the file
        expense.paymentOrder().ifPresent(files::forget);
    }

    /**
     * The bank sent the money of a payment back: the plan has it again, and who booked it can book it anew. The caller has locked
     * the book and the expense, and acts in the power that is named.
     */
    void comeBack(Expense expense, UserId by, Capacity capacity, Set<UserId> interested) {
        expense.comeBack(by, capacity.absent(), interested, today());
        BudgetLine line = lines.lockFor(expense);
        ReservationId paid = expense.reservation().orElseThrow(NotFound::new);
        ledger.comeBack(key(expense) + ":come-back:" + paid.value(), paid, PaymentReference.of(expense.id()));
        Optional<CommitmentId> agreed = expense.commitment();
        if (agreed.isPresent()) {
            commitments.comeBack(agreed.get(), expense, line);
        } else {
            line.comeBack(expense.amount());
        }
        record("come-back", expense, "cents=" + expense.amount().cents());
    }

    /** Who may pay it puts it in a file for the bank. */
    @Transactional(REQUIRED)
    void order(ExpenseId id, int version, String order, LocalDate on) {
        Expense expense = read(id);
        User payer = access.require(Operation.PAY, expense.neighbourhood());
        lock(expense);
        Conflict.unlessSame(version, expense.version());
        InitiativeDossier plan = initiatives.readDossier(expense.initiative());
        Interested.requireSpendable(plan.stage());
        Set<UserId> interested = Interested.in(plan, interests);
        Capacity capacity = capacityToPay(payer, expense, interested);
        expense.order(order, payer.id(), capacity.absent(), interested, today());
        audit.inPowerOf(capacity, () -> {
            if (expense.commitment().isEmpty()) {
                // what the bank is to pay later stays held until that is recorded
                ReservationId held = expense.reservation().orElseThrow(NotFound::new);
                ledger.voidReservation(key(expense) + ":void:" + held.value(), held);
                hold(expense, ":order:" + order, on.plusWeeks(WEEKS_IT_WAITS));
            }
            record("order", expense, "order=" + order);
        });
    }

    /** The file was not sent: it can be paid in another way. */
    @Transactional(REQUIRED)
    void withdrawOrder(ExpenseId id) {
        Expense expense = read(id);
        User payer = access.require(Operation.PAY, expense.neighbourhood());
        lock(expense);
        Set<UserId> interested = Interested.in(initiatives.readDossier(expense.initiative()), interests);
        Capacity capacity = capacityToPay(payer, expense, interested);
        expense.paymentOrder().ifPresent(files::forget);
        expense.notOrdered(payer.id(), capacity.absent(), interested);
        audit.inPowerOf(capacity, () -> record("withdraw-order", expense, ""));
    }

    /** Of these orders those of which the bank was seen to pay something: it has the file. */
    Set<String> listOrdersSeen(Set<String> orders) {
        Set<String> seen = new HashSet<>();
        for (List<String> part : Parts.of(orders)) {
            seen.addAll(entityManager
                    .createQuery(
                            "select distinct e.paymentOrder from Expense e where e.paymentOrder in :orders"
                                    + " and e.seenByBankOn is not null",
                            String.class)
                    .setParameter("orders", part)
                    .getResultList());
        }
        return seen;
    }

    private void hold(Expense expense, String key, LocalDate until) {
        expense.held(money.hold(
                key(expense) + key,
                expense.neighbourhood().municipality(),
                expense.initiative(),
                expense.amount(),
                until));
    }

    static Capacity capacityToPay(User user, Expense expense, Set<UserId> interested) {
        return user.capacityFor(
                Operation.PAY, expense.neighbourhood(), absent -> expense.mayBePaidBy(absent, interested));
    }

    /** In whose power the reader may pay it. */
    Capacity capacityToPay(ExpenseId id) {
        Expense expense = read(id);
        User payer = access.require(Operation.PAY, expense.neighbourhood());
        return capacityToPay(payer, expense, Interested.in(initiatives.readDossier(expense.initiative()), interests));
    }

    /** It is not right: who booked it reads why and can book it anew. What was held is there again. */
    @Transactional(REQUIRED)
    public void sendBack(ExpenseId id, int version, String because) {
        Expense expense = read(id);
        Operation operation = expense.state() == ExpenseState.APPROVED ? Operation.PAY : Operation.APPROVE_EXPENSE;
        User user = access.require(operation, expense.neighbourhood());
        lock(expense);
        Conflict.unlessSame(version, expense.version());
        InitiativeDossier plan = initiatives.readDossier(expense.initiative());
        Set<UserId> interested = Interested.in(plan, interests);
        Capacity capacity = operation == Operation.PAY
                ? capacityToPay(user, expense, interested)
                : user.capacityFor(operation, expense.neighbourhood());
        audit.inPowerOf(capacity, () -> {
            letGo(expense);
            expense.sendBack(user.id(), capacity.absent(), interested, because, today());
            record("send-back", expense, "");
        });
    }

    /** What waits for the team, the oldest first; not what the reader has no say in. */
    public List<ExpenseSummary> listToApprove() {
        User user = access.require(Operation.APPROVE_EXPENSE);
        return waiting(
                ExpenseState.BOOKED,
                user,
                (expense, interested) ->
                        expense.whyNotApprovedBy(user.id(), interested).isEmpty());
    }

    /** What waits for the budget holder, the oldest first; not what the reader has no say in. */
    public List<ExpenseSummary> listToPay() {
        User user = access.require(Operation.PAY);
        return waiting(ExpenseState.APPROVED, user, (expense, partOfIt) -> {
            Set<UserId> interested = new HashSet<>(partOfIt);
            if (!user.standIns().isEmpty()) {
                // what the reader said to have an interest in was left out before, what the absent one said was not
                interested.addAll(interests.listOf(expense.initiative()));
            }
            return mayPay(user, expense, interested);
        });
    }

    /** What payments were for, by what was held for them; as far as the reader may see budgets. */
    public Map<ReservationId, String> listPurposes(Collection<ReservationId> held) {
        access.require(Operation.SEE_BUDGETS);
        Map<ReservationId, String> purposes = new HashMap<>();
        for (List<Long> part :
                Parts.of(held.stream().map(ReservationId::value).sorted().toList())) {
            entityManager
                    .createQuery("select e from Expense e where e.reservation in :held", Expense.class)
                    .setParameter("held", part)
                    .getResultStream()
                    .filter(expense -> access.may(Operation.SEE_BUDGETS, expense.neighbourhood()))
                    .forEach(expense -> expense.reservation().ifPresent(id -> purposes.put(id, expense.purpose())));
        }
        return purposes;
    }

    /**
     * The plan has ended: what waits is not paid any more, what was agreed holds nothing, and the money is there again.
     *
     * @throws nl.buurtbundel.foundation.Refusal while the bank may pay something of it, and while what it paid is not recorded
     */
    void whenPlanEnds(@Observes @Priority(BEFORE_MONEY_RETURNS) InitiativeMoved moved) {
        if (!moved.to().isEnded()) {
            return;
        }
        // first the book: what somebody agrees or approves meanwhile is listed too, or finds the plan ended
        ledger.open(moved.neighbourhood().municipality());
        for (Expense expense : listOpen(moved.initiative())) {
            lock(expense);
            if (expense.isOpen()) {
                letGo(expense);
                lapse(expense, LapseReason.PLAN_ENDED);
            }
        }
        for (Commitment commitment : commitments.list(moved.initiative())) {
            if (commitment.isOpen() && commitments.readLocked(commitment.id()).isOpen()) {
                commitments.lapse(commitment);
            }
        }
    }

    /**
     * The money of what waited too long is free again: it is not paid any more. What the bank paid, or may pay any day as it stands
     * in a file, is held on.
     */
    void whenHeldTooLong(@Observes ReservationExpired expired) {
        entityManager
                .createQuery(
                        "select e from Expense e where e.reservation = :held and e.state = :approved", Expense.class)
                .setParameter("held", expired.reservation().value())
                .setParameter("approved", ExpenseState.APPROVED)
                .getResultStream()
                .findFirst()
                .ifPresent(expense -> {
                    if (expense.isAtBank()) {
                        hold(expense, ":after:" + expired.reservation().value(), today().plusWeeks(WEEKS_IT_WAITS));
                        record("hold-on", expense, "");
                    } else {
                        lines.lockFor(expense).letGo(expense.amount());
                        lapse(expense, LapseReason.WAITED_TOO_LONG);
                    }
                });
        commitments.findHeldBy(expired.reservation()).ifPresent(this::whenHeldTooLong);
    }

    private void whenHeldTooLong(Commitment commitment) {
        List<Expense> bills = listOpen(commitment.initiative()).stream()
                .filter(bill -> bill.commitment().equals(Optional.of(commitment.id())))
                .toList();
        if (bills.stream().anyMatch(Expense::isAtBank)) {
            commitments.holdOn(commitment, today().plusWeeks(WEEKS_IT_WAITS));
            return;
        }
        commitment.held(null);
        for (Expense bill : bills) {
            letGo(bill);
            lapse(bill, LapseReason.WAITED_TOO_LONG);
        }
        commitments.lapse(commitment);
    }

    /** What was approved holds its money no longer; what was only booked held none. */
    private void letGo(Expense expense) {
        if (expense.state() != ExpenseState.APPROVED) {
            return;
        }
        BudgetLine line = lines.lockFor(expense);
        Optional<CommitmentId> agreed = expense.commitment();
        if (agreed.isPresent()) {
            commitments.readLocked(agreed.get()).unclaim(expense.amount());
            line.letGoCommitted(expense.amount());
        } else {
            line.letGo(expense.amount());
            ReservationId held = expense.reservation().orElseThrow(NotFound::new);
            ledger.voidReservation(key(expense) + ":void:" + held.value(), held);
        }
    }

    private void lapse(Expense expense, LapseReason because) {
        expense.lapse(because, today());
        record("lapse", expense, "reason=" + because);
    }

    /** A resident books on the own plan only. */
    private void requireOwnOrTeam(InitiativePage plan) {
        if (!plan.mine() && !access.may(Operation.APPROVE_EXPENSE, plan.neighbourhood())) {
            throw new NotFound();
        }
    }

    private void requireOfPlan(NewExpense entry, InitiativeId plan) {
        if (!lines.read(entry.line()).initiative().equals(plan)) {
            throw new NotFound();
        }
        CommitmentId agreed = entry.commitment();
        if (agreed == null) {
            return;
        }
        Commitment commitment = commitments.read(agreed);
        if (!commitment.initiative().equals(plan)) {
            throw new NotFound();
        }
        if (!commitment.isOpen()) {
            throw new Refusal("spending.error.commitment-closed");
        }
        if (!commitment.line().equals(entry.line())) {
            throw new Refusal("spending.error.other-line");
        }
    }

    private List<ExpenseSummary> waiting(ExpenseState state, User user, BiPredicate<Expense, Set<UserId>> may) {
        Operation operation = state == ExpenseState.BOOKED ? Operation.APPROVE_EXPENSE : Operation.PAY;
        List<Expense> waiting = entityManager
                .createQuery(
                        "select e from Expense e where e.state = :state and e.neighbourhood like :municipality"
                                + " order by e.id",
                        Expense.class)
                .setParameter("state", state)
                .setParameter("municipality", user.municipality().neighbourhoodPattern())
                .getResultStream()
                .filter(expense -> access.may(operation, expense.neighbourhood()))
                .toList();
        Map<InitiativeId, PlanInBrief> plans = initiatives.listInBrief(
                waiting.stream().map(Expense::initiative).toList());
        Set<InitiativeId> interestedIn = interests.listMine();
        List<Expense> own = waiting.stream()
                .filter(expense -> !interestedIn.contains(expense.initiative()))
                .filter(expense -> Optional.ofNullable(plans.get(expense.initiative()))
                        .filter(plan -> may.test(expense, plan.interested()))
                        .isPresent())
                .toList();
        Map<ExpenseId, List<ReceiptSummary>> shown =
                receipts.list(own.stream().map(Expense::id).toList());
        ExpenseRights rights =
                new ExpenseRights(state == ExpenseState.BOOKED, state == ExpenseState.APPROVED, false, false);
        return own.stream()
                .map(expense -> expense.summary(
                        Optional.ofNullable(plans.get(expense.initiative()))
                                .map(PlanInBrief::title)
                                .orElse(""),
                        shown.getOrDefault(expense.id(), List.of()),
                        rights))
                .toList();
    }

    private static boolean mayPay(User user, Expense expense, Set<UserId> interested) {
        UserId absent = capacityToPay(user, expense, interested).absent();
        return expense.whyNotPaidBy(user.id(), absent, interested).isEmpty();
    }

    /** The expenses of a plan, the newest first, for who may see them. */
    List<ExpenseSummary> list(InitiativePage plan, User user) {
        NeighbourhoodCode here = plan.neighbourhood();
        boolean approves = access.may(Operation.APPROVE_EXPENSE, here);
        boolean pays = access.may(Operation.PAY, here);
        boolean spendable = plan.stage().isGranted();
        Set<UserId> interested =
                approves || pays ? Interested.in(initiatives.readDossier(plan.id()), interests) : Set.of();
        List<Expense> all = entityManager
                .createQuery("select e from Expense e where e.initiative = :plan order by e.id desc", Expense.class)
                .setParameter("plan", plan.id().value())
                .getResultList();
        Map<ExpenseId, List<ReceiptSummary>> shown =
                receipts.list(all.stream().map(Expense::id).toList());
        return all.stream()
                .map(expense -> expense.summary(
                        plan.plan().title(),
                        shown.getOrDefault(expense.id(), List.of()),
                        spendable ? rights(expense, user, interested, approves, pays) : ExpenseRights.NONE))
                .toList();
    }

    /** What came back to the reader, who booked it: to be booked anew. */
    List<ExpenseSummary> listSentBack(InitiativePage plan, User user) {
        return entityManager
                .createQuery(
                        "select e from Expense e where e.initiative = :plan and e.state in (:sentBack, :cameBack)"
                                + " order by e.id desc",
                        Expense.class)
                .setParameter("plan", plan.id().value())
                .setParameter("sentBack", ExpenseState.SENT_BACK)
                .setParameter("cameBack", ExpenseState.CAME_BACK)
                .getResultStream()
                .filter(expense -> plan.stage().isGranted() && expense.mayBeBookedAnewBy(user.id()))
                .map(expense ->
                        expense.summary(plan.plan().title(), List.of(), new ExpenseRights(false, false, true, false)))
                .toList();
    }

    private static ExpenseRights rights(
            Expense expense, User user, Set<UserId> interested, boolean approves, boolean pays) {
        return new ExpenseRights(
                approves
                        && expense.state() == ExpenseState.BOOKED
                        && expense.whyNotApprovedBy(user.id(), interested).isEmpty(),
                pays && expense.state() == ExpenseState.APPROVED && mayPay(user, expense, interested),
                expense.mayBeBookedAnewBy(user.id()),
                expense.mayBeWithdrawnBy(user.id()));
    }

    private List<Expense> listOpen(InitiativeId plan) {
        return entityManager
                .createQuery(
                        "select e from Expense e where e.initiative = :plan and e.state in (:booked, :approved)"
                                + " order by e.id",
                        Expense.class)
                .setParameter("plan", plan.value())
                .setParameter("booked", ExpenseState.BOOKED)
                .setParameter("approved", ExpenseState.APPROVED)
                .getResultList();
    }

    private Optional<Expense> findBy(String key) {
        return entityManager
                .createQuery("select e from Expense e where e.commandKey = :key", Expense.class)
                .setParameter("key", key)
                .getResultStream()
                .findFirst();
    }

    private Expense read(ExpenseId id) {
        Expense expense = entityManager.find(Expense.class, id.value());
        if (expense == null) {
            throw new NotFound();
        }
        return expense;
    }

    /**
     * The row stays locked until the end of the transaction; what is read is what the other one left. The book first, as the
     * night does, which comes from the book to the expenses.
     */
    private void lock(Expense expense) {
        ledger.open(expense.neighbourhood().municipality());
        entityManager.refresh(expense, LockModeType.PESSIMISTIC_WRITE);
    }

    private void record(String deed, Expense expense, String details) {
        audit.record(
                "spending." + deed,
                "expense",
                Long.toString(expense.id().value()),
                (expense.initiative().reference() + " " + details).strip());
    }

    private static String key(Expense expense) {
        return "expense:" + expense.id().value();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
