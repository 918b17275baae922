package nl.buurtbundel.spending;

import static jakarta.transaction.Transactional.TxType.REQUIRED;
import static jakarta.transaction.Transactional.TxType.SUPPORTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.AuditLog;
import nl.buurtbundel.access.Capacity;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.User;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.assessment.Interests;
import nl.buurtbundel.budget.ContributionId;
import nl.buurtbundel.budget.Contributions;
import nl.buurtbundel.budget.PayerAgreement;
import nl.buurtbundel.budget.PayerAgreements;
import nl.buurtbundel.budget.PayerReceipt;
import nl.buurtbundel.decision.MiniBudgetCard;
import nl.buurtbundel.decision.MiniBudgetId;
import nl.buurtbundel.decision.MiniBudgets;
import nl.buurtbundel.foundation.Conflict;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Parts;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.Initiatives;
import nl.buurtbundel.initiative.PlanInBrief;
import nl.buurtbundel.ledger.Ledger;
import nl.buurtbundel.ledger.Reason;
import nl.buurtbundel.ledger.ReservationId;
import nl.buurtbundel.ledger.TransferId;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/**
 * What the bank says was paid, beside the expenses: matched where it is certain, on a list where it is not. What the bank paid and
 * nobody recorded yet is recorded as any payment is; what came in from another payer is booked once somebody says by which
 * agreement.
 */
@ApplicationScoped
@Transactional(SUPPORTS)
public class BankStatements {
    public static final int MOST_MEGABYTES = StatementFile.MOST_MEGABYTES;

    private static final int YEARS_BACK = 2;

    private static final String OF_EXPENSE = "select e.id from Expense e where e.id = l.expense and e.state";

    /** A list in a query is never empty; no transfer has this number. */
    private static final List<Long> NONE = List.of(0L);

    @PersistenceContext
    private EntityManager entityManager;

    private final Access access;
    private final AuditLog audit;
    private final Initiatives initiatives;
    private final Interests interests;
    private final Expenses expenses;
    private final PayerAgreements agreements;
    private final Contributions contributions;
    private final MiniBudgets miniBudgets;
    private final Ledger ledger;
    private final SpendingRule rule;
    private final Clock clock;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected BankStatements() {
        this(null, null, null, null, null, null, null, null, null, null, null);
    }

    @Inject
    BankStatements(
            Access access,
            AuditLog audit,
            Initiatives initiatives,
            Interests interests,
            Expenses expenses,
            PayerAgreements agreements,
            Contributions contributions,
            MiniBudgets miniBudgets,
            Ledger ledger,
            SpendingRule rule,
            Clock clock) {
        this.access = access;
        this.audit = audit;
        this.initiatives = initiatives;
        this.interests = interests;
        this.expenses = expenses;
        this.agreements = agreements;
        this.contributions = contributions;
        this.miniBudgets = miniBudgets;
        this.ledger = ledger;
        this.rule = rule;
        this.clock = clock;
    }

    /**
     * Reads the statements of a file, whole or not at all. The same statement again changes nothing but for what may be ours
     * by an agreement that was recorded since, nor does the same payment in another statement; a statement that was read before and now says something else is refused.
     *
     * @param file camt.053 of ISO 20022, version 02 or 08
     * @param fileName only to name it in a refusal
     */
    @Transactional(REQUIRED)
    public StatementReport read(MunicipalityCode municipality, String fileName, byte[] file) {
        User reader = access.requireForWhole(Operation.READ_STATEMENTS, municipality);
        List<ReadStatement> statements =
                StatementFile.read(fileName, file, AgreedReceipts.of(agreements.list(municipality)));
        ledger.open(municipality);
        return audit.inPowerOf(
                reader.capacityForWhole(Operation.READ_STATEMENTS),
                () -> take(municipality, statements, fileName, reader));
    }

    private StatementReport take(
            MunicipalityCode municipality, List<ReadStatement> statements, String fileName, User reader) {
        StatementReport report = StatementReport.NOTHING;
        for (ReadStatement statement : statements) {
            requireOwnAccount(statement, fileName);
            report = report.plus(take(municipality, statement, fileName, reader));
        }
        return report;
    }

    private void requireOwnAccount(ReadStatement statement, String fileName) {
        Iban own = rule.account();
        if (own != null && !own.value().equals(statement.account())) {
            throw new Refusal("spending.error.statement-other-account", fileName, statement.line());
        }
    }

    private StatementReport take(MunicipalityCode municipality, ReadStatement read, String fileName, User reader) {
        Optional<BankStatement> before = findStatement(municipality, read.identity());
        if (before.isPresent()) {
            if (!before.get().isSame(read)) {
                throw new Refusal("spending.error.statement-other-content", fileName, read.line());
            }
            return takeMore(municipality, before.get(), read);
        }
        Set<String> known = known(municipality, read.entries());
        List<BankEntry> entries = unknown(read, known);
        BankStatement statement = new BankStatement(municipality, read, reader.id(), today());
        entityManager.persist(statement);
        entityManager.flush();
        int linked = keep(municipality, statement, entries);
        recordRead(statement, entries, linked);
        return new StatementReport(1, 0, linked, entries.size() - linked, known.size(), read.passedBy());
    }

    /** What was passed by when it was read before, and may be ours by an agreement that was recorded since. */
    private StatementReport takeMore(MunicipalityCode municipality, BankStatement statement, ReadStatement again) {
        List<BankEntry> entries = unknown(again, known(municipality, again.entries()));
        if (entries.isEmpty()) {
            return new StatementReport(0, 1, 0, 0, 0, 0);
        }
        int linked = keep(municipality, statement, entries);
        recordRead(statement, entries, linked);
        return new StatementReport(0, 1, linked, entries.size() - linked, 0, 0);
    }

    private static List<BankEntry> unknown(ReadStatement read, Set<String> known) {
        return read.entries().stream()
                .filter(entry -> !known.contains(entry.identity()))
                .toList();
    }

    private void recordRead(BankStatement statement, List<BankEntry> entries, int linked) {
        audit.record(
                "spending.read-statement",
                "bank-statement",
                Long.toString(statement.id()),
                "entries=" + entries.size() + " linked=" + linked);
    }

    private int keep(MunicipalityCode municipality, BankStatement statement, List<BankEntry> entries) {
        Map<Long, Expense> payable = payable(municipality, entries);
        Map<String, StatementMatch.Outcome> outcomes = StatementMatch.of(
                entries, payable.values().stream().map(Expense::payable).toList());
        int linked = 0;
        for (BankEntry entry : entries) {
            StatementMatch.Outcome outcome = Objects.requireNonNull(outcomes.get(entry.identity()));
            Unmatched why = outcome.why();
            BankLine line = new BankLine(municipality, statement, entry, why == null ? Unmatched.NO_REFERENCE : why);
            Long expense = outcome.expense();
            if (expense != null) {
                line.belongsTo(Objects.requireNonNull(payable.get(expense)), today());
                linked++;
            }
            entityManager.persist(line);
        }
        entityManager.flush();
        return linked;
    }

    /** What may be met: all that was approved and not seen yet, and what the entries name, seen or not. */
    private Map<Long, Expense> payable(MunicipalityCode municipality, List<BankEntry> entries) {
        Map<Long, Expense> found = new HashMap<>();
        listUnseen(municipality).forEach(one -> found.put(one.id().value(), one));
        Set<Long> named = new TreeSet<>();
        entries.forEach(entry -> {
            named.addAll(entry.expenses());
            Long answers = entry.answers();
            if (answers != null) {
                named.add(answers);
            }
        });
        for (Expense one : listById(named)) {
            if (one.mayBeSeenByBank() && one.neighbourhood().municipality().equals(municipality)) {
                found.put(one.id().value(), one);
            }
        }
        return found;
    }

    private List<Expense> listUnseen(MunicipalityCode municipality) {
        return unseen(municipality, "").getResultList();
    }

    /** As many rows as there are of this amount, however much was paid in two years. */
    private List<Expense> listUnseen(MunicipalityCode municipality, Money amount) {
        return unseen(municipality, " and e.amountCents = :amount")
                .setParameter("amount", amount.cents())
                .getResultList();
    }

    private TypedQuery<Expense> unseen(MunicipalityCode municipality, String narrower) {
        return entityManager
                .createQuery(
                        "select e from Expense e where e.neighbourhood like :municipality and e.seenByBankOn is null"
                                + " and e.state in (:approved, :paid) and e.spentOn >= :since" + narrower
                                + " order by e.id",
                        Expense.class)
                .setParameter("municipality", municipality.neighbourhoodPattern())
                .setParameter("approved", ExpenseState.APPROVED)
                .setParameter("paid", ExpenseState.PAID)
                .setParameter("since", today().minusYears(YEARS_BACK));
    }

    private List<Expense> listById(Collection<Long> ids) {
        List<Expense> found = new ArrayList<>();
        for (List<Long> part : Parts.of(ids)) {
            found.addAll(entityManager
                    .createQuery("select e from Expense e where e.id in :ids", Expense.class)
                    .setParameter("ids", part)
                    .getResultList());
        }
        return found;
    }

    private Optional<BankStatement> findStatement(MunicipalityCode municipality, String identity) {
        return entityManager
                .createQuery(
                        "select s from BankStatement s where s.municipality = :municipality and s.identity = :identity",
                        BankStatement.class)
                .setParameter("municipality", municipality.value())
                .setParameter("identity", identity)
                .getResultStream()
                .findFirst();
    }

    private Set<String> known(MunicipalityCode municipality, List<BankEntry> entries) {
        Set<String> known = new HashSet<>();
        for (List<String> part :
                Parts.of(entries.stream().map(BankEntry::identity).toList())) {
            known.addAll(entityManager
                    .createQuery(
                            "select l.identity from BankLine l where l.municipality = :municipality"
                                    + " and l.identity in :identities",
                            String.class)
                    .setParameter("municipality", municipality.value())
                    .setParameter("identities", part)
                    .getResultList());
        }
        return known;
    }

    /**
     * Records what the bank paid and what still awaits it here, each by itself and by the rules of every payment: what the reader
     * may not pay stays as it is.
     *
     * @return how many were recorded
     */
    public int recordPaid(MunicipalityCode municipality) {
        access.requireForWhole(Operation.PAY, municipality);
        int recorded = 0;
        for (ExpenseSummary waiting : expenses.listToPay()) {
            if (waiting.seenByBankOn() != null && isPaid(waiting)) {
                recorded++;
            }
        }
        return recorded;
    }

    private boolean isPaid(ExpenseSummary waiting) {
        try {
            expenses.pay(waiting.id(), waiting.version());
            return true;
        } catch (RuntimeException thrown) {
            if (Refusal.unwrapped(thrown) instanceof Refusal) {
                return false;
            }
            throw thrown;
        }
    }

    /**
     * Books what the cards of teams paid from their mini-budgets, where it is certain which one that was: the line of the bank is all
     * the account that is asked. The rest stays on the list.
     *
     * @return how many were booked
     */
    @Transactional(REQUIRED)
    public int recordFromPots(MunicipalityCode municipality) {
        User user = access.requireForWhole(Operation.PAY, municipality);
        ledger.open(municipality);
        Map<Long, BankLine> open = new LinkedHashMap<>();
        for (BankLine line : entityManager
                .createQuery(
                        "select l from BankLine l where l.municipality = :municipality and l.state = :open"
                                + " order by l.bookedOn, l.id",
                        BankLine.class)
                .setParameter("municipality", municipality.value())
                .setParameter("open", BankLineState.OPEN)
                .getResultList()) {
            if (line.mayBeByCard()) {
                open.put(line.id().value(), line);
            }
        }
        Map<Long, MiniBudgetId> certain = CardMatch.of(
                open.values().stream().map(BankLine::byCard).toList(),
                miniBudgets.listHeld(municipality),
                open.isEmpty()
                        ? List.of()
                        : Stream.concat(listUnseen(municipality).stream(), listBooked(municipality).stream())
                                .map(Expense::payable)
                                .toList());
        audit.inPowerOf(
                user.capacityForWhole(Operation.PAY),
                () -> certain.forEach((line, pot) -> payFrom(Objects.requireNonNull(open.get(line)), pot, null)));
        return certain.size();
    }

    /** Nobody approved them yet, and the bank may have paid them already. */
    private List<Expense> listBooked(MunicipalityCode municipality) {
        return entityManager
                .createQuery(
                        "select e from Expense e where e.neighbourhood like :municipality and e.state = :booked",
                        Expense.class)
                .setParameter("municipality", municipality.neighbourhoodPattern())
                .setParameter("booked", ExpenseState.BOOKED)
                .getResultList();
    }

    private void payFrom(BankLine line, MiniBudgetId pot, @Nullable UserId by) {
        entityManager.refresh(line, LockModeType.PESSIMISTIC_WRITE);
        line.requirePaidByCard();
        ReservationId paid = miniBudgets.pay(line.municipality(), pot, line.amount(), line.bookedOn(), by);
        line.paidFrom(pot, paid, by, today());
        record("bank-from-pot", line, "mini-budget=" + pot.value());
    }

    /** The mini-budgets that a payment could have been made from: so much of them is left, and it is of their time. */
    public List<MiniBudgetCard> listMiniBudgets(BankLineId id) {
        BankLine line = read(id);
        access.requireForWhole(Operation.READ_STATEMENTS, line.municipality());
        return line.paidOut()
                ? miniBudgets.listHeld(line.municipality()).stream()
                        .filter(one ->
                                one.isAround(line.bookedOn()) && one.left().compareTo(line.amount()) >= 0)
                        .toList()
                : List.of();
    }

    /**
     * Somebody who neither asked for the mini-budget nor agreed with it says that this was paid from it.
     *
     * @throws Refusal when that is more than is left of it
     */
    @Transactional(REQUIRED)
    public void linkMiniBudget(BankLineId id, int version, MiniBudgetId pot) {
        BankLine line = read(id);
        User user = access.requireForWhole(Operation.PAY, line.municipality());
        lock(line, version);
        audit.inPowerOf(user.capacityForWhole(Operation.PAY), () -> payFrom(line, pot, user.id()));
    }

    /** What somebody has to look at, the oldest first: also what was booked as received, and corrected in the book since. */
    public List<BankLineSummary> listOpen(MunicipalityCode municipality, int most) {
        return list(
                municipality,
                "(l.state in :states or l.receipt in :undone or exists (" + OF_EXPENSE + " <> :paid))"
                        + " order by l.bookedOn, l.id",
                Set.of(BankLineState.OPEN),
                most);
    }

    /** What belongs to an expense that is recorded as paid, came in by agreement, came back, or is not of ours, the newest first. */
    public List<BankLineSummary> listSettled(MunicipalityCode municipality, int most) {
        return list(
                municipality,
                "(l.state in :states or exists (" + OF_EXPENSE + " = :paid))"
                        + " and (l.receipt is null or l.receipt not in :undone) order by l.bookedOn desc, l.id desc",
                Set.of(BankLineState.NOT_OURS, BankLineState.RECEIVED, BankLineState.CAME_BACK, BankLineState.TEAM_POT),
                most);
    }

    private List<BankLineSummary> list(
            MunicipalityCode municipality, String which, Set<BankLineState> states, int most) {
        access.requireForWhole(Operation.READ_STATEMENTS, municipality);
        Set<TransferId> undone = ledger.listCountered(municipality, Reason.CONTRIBUTION_RECEIVED);
        return summaries(
                municipality,
                undone,
                entityManager
                        .createQuery(
                                "select l from BankLine l where l.municipality = :municipality and " + which,
                                BankLine.class)
                        .setParameter("municipality", municipality.value())
                        .setParameter("states", states)
                        .setParameter("undone", undone.isEmpty() ? NONE : values(undone))
                        .setParameter("paid", ExpenseState.PAID)
                        .setMaxResults(most)
                        .getResultList());
    }

    private static List<Long> values(Set<TransferId> transfers) {
        return transfers.stream().map(TransferId::value).toList();
    }

    private List<BankLineSummary> summaries(
            MunicipalityCode municipality, Set<TransferId> undone, List<BankLine> lines) {
        Map<Long, Expense> met = new HashMap<>();
        listById(lines.stream().map(BankLine::expense).filter(Objects::nonNull).toList())
                .forEach(one -> met.put(one.id().value(), one));
        Map<ContributionId, PayerAgreement> by =
                lines.stream().allMatch(line -> line.contribution().isEmpty())
                        ? Map.of()
                        : agreementsById(municipality);
        return lines.stream()
                .map(line -> line.summary(
                        line.expense() == null ? null : met.get(line.expense()),
                        line.contribution().map(by::get).orElse(null),
                        undone))
                .toList();
    }

    private Map<ContributionId, PayerAgreement> agreementsById(MunicipalityCode municipality) {
        return agreements.list(municipality).stream()
                .collect(Collectors.toMap(PayerAgreement::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
    }

    /**
     * What a payment could be: expenses of the same amount around its day that the bank was not seen to pay yet. What came in could
     * be the money of one that was paid.
     */
    public List<ExpenseSummary> listCandidates(BankLineId id) {
        BankLine line = read(id);
        access.requireForWhole(Operation.READ_STATEMENTS, line.municipality());
        List<Expense> same = line.paidOut()
                ? listUnseen(line.municipality(), line.amount()).stream()
                        .filter(one -> one.payable().isAround(line.bookedOn()))
                        .toList()
                : listPaid(line).stream().filter(line::mayName).toList();
        Map<InitiativeId, PlanInBrief> plans =
                initiatives.listInBrief(same.stream().map(Expense::initiative).toList());
        return same.stream()
                .flatMap(one -> Optional.ofNullable(plans.get(one.initiative()))
                        .map(plan -> one.summary(plan.title(), List.of(), ExpenseRights.NONE))
                        .stream())
                .toList();
    }

    private List<Expense> listPaid(BankLine returned) {
        return entityManager
                .createQuery(
                        "select e from Expense e where e.neighbourhood like :municipality and e.state = :paid"
                                + " and e.amountCents = :amount and e.spentOn between :since and :day order by e.id desc",
                        Expense.class)
                .setParameter("municipality", returned.municipality().neighbourhoodPattern())
                .setParameter("paid", ExpenseState.PAID)
                .setParameter("amount", returned.amount().cents())
                .setParameter("since", today().minusYears(YEARS_BACK))
                .setParameter("day", returned.bookedOn())
                .getResultList();
    }

    /** Somebody who neither booked nor approved the expense, nor is paid from its plan, says that this is its payment. */
    @Transactional(REQUIRED)
    public void link(BankLineId id, int version, ExpenseId to) {
        BankLine line = read(id);
        User user = access.requireForWhole(Operation.READ_STATEMENTS, line.municipality());
        lock(line, version);
        Expense expense = readLocked(to, line);
        Set<UserId> interested = Interested.in(initiatives.readDossier(expense.initiative()), interests);
        Capacity capacity = Expenses.capacityToPay(user, expense, interested);
        line.linkByHand(expense, user.id(), capacity.absent(), interested, today());
        audit.inPowerOf(capacity, () -> record("bank-link", line, "expense=" + to.value()));
    }

    /**
     * Somebody who neither booked, approved nor paid the expense, nor is paid from its plan, says that its money came back: the plan
     * has it again, and who booked it can book it anew.
     *
     * @throws Refusal for what is not of exactly its amount, and when the year of the payment is closed
     */
    @Transactional(REQUIRED)
    public void comeBack(BankLineId id, int version, ExpenseId paid) {
        BankLine line = read(id);
        User user = access.requireForWhole(Operation.PAY, line.municipality());
        lock(line, version);
        Expense expense = readLocked(paid, line);
        line.requireReturnOf(expense);
        Set<UserId> interested = Interested.in(initiatives.readDossier(expense.initiative()), interests);
        Capacity capacity = user.capacityFor(
                Operation.PAY, expense.neighbourhood(), absent -> expense.mayComeBackBy(absent, interested));
        audit.inPowerOf(capacity, () -> {
            expenses.comeBack(expense, user.id(), capacity, interested);
            findPaying(expense).ifPresent(paying -> paying.cameBack(expense));
            line.returns(expense, user.id(), today());
            record("bank-come-back", line, "expense=" + paid.value());
        });
    }

    private Optional<BankLine> findPaying(Expense expense) {
        return entityManager
                .createQuery("select l from BankLine l where l.expense = :expense", BankLine.class)
                .setParameter("expense", expense.id().value())
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    private Expense readLocked(ExpenseId id, BankLine line) {
        Expense expense = find(id.value());
        if (expense == null || !expense.neighbourhood().municipality().equals(line.municipality())) {
            throw new NotFound();
        }
        entityManager.refresh(expense, LockModeType.PESSIMISTIC_WRITE);
        return expense;
    }

    /**
     * By which agreements what came in may have come: it was booked before to the cent, or it names one or its plan, or the amount
     * is what is still to come.
     */
    public List<ExpectedReceipt> listAgreements(BankLineId id) {
        BankLine line = read(id);
        access.requireForWhole(Operation.READ_STATEMENTS, line.municipality());
        if (!line.isReceivable()) {
            return List.of();
        }
        Map<ContributionId, PayerAgreement> all = agreementsById(line.municipality());
        Stream<ExpectedReceipt> booked = listReceiptsUnseen(line)
                .flatMap(
                        one -> Optional.ofNullable(all.get(one.by())).map(by -> new ExpectedReceipt(by, one)).stream());
        Stream<ExpectedReceipt> expected =
                all.values().stream().filter(line::mayComeBy).map(one -> new ExpectedReceipt(one, null));
        return Stream.concat(booked, expected).toList();
    }

    /** What was booked of exactly this amount, and stands with no other payment. */
    private Stream<PayerReceipt> listReceiptsUnseen(BankLine line) {
        Set<Long> seen = new HashSet<>(entityManager
                .createQuery(
                        "select l.receipt from BankLine l where l.municipality = :municipality"
                                + " and l.receipt is not null and l.amountCents = :amount",
                        Long.class)
                .setParameter("municipality", line.municipality().value())
                .setParameter("amount", line.amount().cents())
                .getResultList());
        return agreements.listReceipts(line.municipality(), line.amount()).stream()
                .filter(one -> !seen.contains(one.id().value()));
    }

    /**
     * Somebody says by which agreement it came in, and it is booked as received: once, whoever says it again.
     *
     * @throws Refusal when that makes more than was agreed, and for what is no contribution of one payer
     */
    @Transactional(REQUIRED)
    public void receive(BankLineId id, int version, ContributionId by) {
        BankLine line = read(id);
        User user = access.requireForWhole(Operation.BOOK_CONTRIBUTION, line.municipality());
        lock(line, version);
        if (!agreementsById(line.municipality()).containsKey(by)) {
            throw new NotFound();
        }
        line.requireReceivable();
        audit.inPowerOf(user.capacityForWhole(Operation.BOOK_CONTRIBUTION), () -> {
            TransferId receipt = contributions.receive("bank:" + id.value() + ':' + version, by, line.amount());
            line.receiveBy(by, receipt, user.id(), today());
            record("bank-receive", line, "contribution=" + by.value());
        });
    }

    /**
     * Somebody says that it was booked as received before. Nothing is booked.
     *
     * @throws Refusal when another payment stands with that booking, and for what is no contribution of one payer
     */
    @Transactional(REQUIRED)
    public void layBeside(BankLineId id, int version, TransferId booked) {
        BankLine line = read(id);
        User user = access.requireForWhole(Operation.BOOK_CONTRIBUTION, line.municipality());
        lock(line, version);
        line.requireReceivable();
        PayerReceipt receipt = listReceiptsUnseen(line)
                .filter(one -> one.id().equals(booked))
                .findFirst()
                .orElseThrow(() -> new Refusal("spending.error.receipt-seen"));
        line.layBeside(receipt, user.id(), today());
        audit.inPowerOf(
                user.capacityForWhole(Operation.BOOK_CONTRIBUTION),
                () -> record("bank-beside", line, "contribution=" + receipt.by().value()));
    }

    @Transactional(REQUIRED)
    public void notOurs(BankLineId id, int version) {
        BankLine line = read(id);
        User user = access.requireForWhole(Operation.READ_STATEMENTS, line.municipality());
        lock(line, version);
        line.notOurs(user.id(), today());
        audit.inPowerOf(user.capacityForWhole(Operation.READ_STATEMENTS), () -> record("bank-not-ours", line, ""));
    }

    /**
     * It was linked, booked or put aside by mistake: back on the list. What was paid stays paid; what was booked as received because
     * of it is undone by a counter-transfer, and what was paid from a mini-budget is in the pot again.
     *
     * @throws Refusal when what was received has been granted, given back or moved on since
     */
    @Transactional(REQUIRED)
    public void putBack(BankLineId id, int version) {
        BankLine line = read(id);
        User user = access.requireForWhole(Operation.READ_STATEMENTS, line.municipality());
        lock(line, version);
        Expense met = line.expense() == null ? null : find(line.expense());
        if (met != null) {
            entityManager.refresh(met, LockModeType.PESSIMISTIC_WRITE);
        }
        if (line.miniBudget().isPresent()) {
            takeFromPot(line);
            return;
        }
        Optional<ContributionId> by = line.contribution();
        if (by.isPresent()) {
            takeBack(line, by.get());
            return;
        }
        line.putBack(met);
        audit.inPowerOf(user.capacityForWhole(Operation.READ_STATEMENTS), () -> record("bank-put-back", line, ""));
    }

    private void takeFromPot(BankLine line) {
        User user = access.requireForWhole(Operation.PAY, line.municipality());
        MiniBudgetId pot = line.miniBudget().orElseThrow();
        audit.inPowerOf(user.capacityForWhole(Operation.PAY), () -> {
            miniBudgets.takeBack(
                    line.municipality(), pot, line.paidReservation().orElseThrow(), line.amount());
            line.putBack(null);
            record("bank-put-back", line, "mini-budget=" + pot.value());
        });
    }

    private void takeBack(BankLine line, ContributionId by) {
        User user = access.requireForWhole(Operation.BOOK_CONTRIBUTION, line.municipality());
        audit.inPowerOf(user.capacityForWhole(Operation.BOOK_CONTRIBUTION), () -> {
            line.ownReceipt().ifPresent(receipt -> contributions.takeBack(by, receipt));
            line.putBack(null);
            record("bank-put-back", line, "contribution=" + by.value());
        });
    }

    private void lock(BankLine line, int version) {
        ledger.open(line.municipality());
        entityManager.refresh(line, LockModeType.PESSIMISTIC_WRITE);
        Conflict.unlessSame(version, line.version());
    }

    private BankLine read(BankLineId id) {
        BankLine line = entityManager.find(BankLine.class, id.value());
        if (line == null) {
            throw new NotFound();
        }
        return line;
    }

    private @Nullable Expense find(long id) {
        return entityManager.find(Expense.class, id);
    }

    private void record(String deed, BankLine line, String details) {
        audit.record("spending." + deed, "bank-line", Long.toString(line.id().value()), details);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
