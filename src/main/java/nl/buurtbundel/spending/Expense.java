package nl.buurtbundel.spending;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.ledger.ReservationId;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/**
 * Money that leaves the municipality for a plan. It takes three: who books it does not approve it, who approves it does not
 * pay it, and neither of these two made the plan or is paid from it. From its approval on the money is held in the ledger, so
 * that no two expenses promise the same euro.
 */
@Entity
@Table(name = "expense")
class Expense {
    /** Older bills are for another year’s account. */
    private static final int MOST_YEARS_BACK = 2;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "expense")
    @SequenceGenerator(name = "expense", sequenceName = "payment_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    @Column(name = "command_key")
    private String commandKey;

    private long initiative;
    private String neighbourhood;

    /** Empty for what was paid before there were lines, until the lines of its plan are made. */
    private @Nullable Long line;

    private @Nullable Long commitment;

    @Column(name = "amount_cents")
    private long amountCents;

    private String purpose;

    @Column(name = "spent_on")
    private LocalDate spentOn;

    @Enumerated(EnumType.STRING)
    private ExpenseState state;

    @Column(name = "booked_by")
    private long bookedBy;

    @Column(name = "booked_on")
    private LocalDate bookedOn;

    @Column(name = "approved_by")
    private @Nullable Long approvedBy;

    @Column(name = "approved_on")
    private @Nullable LocalDate approvedOn;

    private @Nullable Long reservation;

    @Column(name = "resolved_by")
    private @Nullable Long resolvedBy;

    @Column(name = "resolved_on")
    private @Nullable LocalDate resolvedOn;

    /** The words of who sent it back, or the code of why it lapsed. */
    @Column(name = "why_not")
    private @Nullable String whyNot;

    /** Not the day of the record here: the day on which the bank booked it. */
    @Column(name = "seen_by_bank_on")
    private @Nullable LocalDate seenByBankOn;

    /** The file for the bank that it stands in. */
    @Column(name = "payment_order")
    private @Nullable String paymentOrder;

    @Column(name = "ordered_on")
    private @Nullable LocalDate orderedOn;

    protected Expense() {}

    Expense(
            String key,
            InitiativeId initiative,
            NeighbourhoodCode neighbourhood,
            NewExpense entry,
            UserId booker,
            LocalDate today) {
        this.commandKey = key;
        this.initiative = initiative.value();
        this.neighbourhood = neighbourhood.value();
        this.bookedBy = booker.value();
        fill(entry, today);
    }

    private void fill(NewExpense entry, LocalDate today) {
        if (!entry.amount().isPositive()) {
            throw new Refusal("spending.error.no-amount");
        }
        if (entry.spentOn().isAfter(today)) {
            throw new Refusal("spending.error.day-to-come");
        }
        if (entry.spentOn().isBefore(today.minusYears(MOST_YEARS_BACK))) {
            throw new Refusal("spending.error.day-too-old", MOST_YEARS_BACK);
        }
        purpose = Words.required(entry.purpose(), "spending.error.no-purpose");
        line = entry.line().value();
        CommitmentId agreed = entry.commitment();
        commitment = agreed == null ? null : agreed.value();
        amountCents = entry.amount().cents();
        spentOn = entry.spentOn();
        bookedOn = today;
        state = ExpenseState.BOOKED;
    }

    /** The same command again is this expense; another under its key is refused. */
    ExpenseId answer(NewExpense again) {
        if (line == null
                || !again.equals(new NewExpense(
                        new BudgetLineId(line), commitment().orElse(null), amount(), again.purpose(), spentOn))
                || !again.purpose().strip().equals(purpose)) {
            throw new Refusal("spending.error.key-used");
        }
        return id();
    }

    /** Mended after it was sent back, by who booked it. */
    void bookAnew(NewExpense entry, UserId booker, LocalDate today) {
        if (!isBack()) {
            throw new Refusal("spending.error.not-sent-back");
        }
        if (booker.value() != bookedBy) {
            throw new Refusal("spending.error.not-yours");
        }
        fill(entry, today);
        approvedBy = null;
        approvedOn = null;
        reservation = null;
        resolvedBy = null;
        resolvedOn = null;
        whyNot = null;
    }

    /** Who booked it takes it back, as long as nobody approved it. */
    void withdraw(UserId booker, LocalDate today) {
        requireState(ExpenseState.BOOKED);
        if (booker.value() != bookedBy) {
            throw new Refusal("spending.error.not-yours");
        }
        resolve(ExpenseState.WITHDRAWN, booker, today);
    }

    boolean mayBeWithdrawnBy(UserId user) {
        return state == ExpenseState.BOOKED && user.value() == bookedBy;
    }

    /** With who booked it. What was sent back in the time before there were lines holds its place there still. */
    private boolean isBack() {
        return state == ExpenseState.SENT_BACK && reservation == null || state == ExpenseState.CAME_BACK;
    }

    /** @param interested who made the plan or is paid from it */
    void approve(UserId approver, Set<UserId> interested, LocalDate today) {
        requireState(ExpenseState.BOOKED);
        refuse(whyNotApprovedBy(approver, interested));
        state = ExpenseState.APPROVED;
        approvedBy = approver.value();
        approvedOn = today;
    }

    void held(ReservationId held) {
        reservation = held.value();
    }

    /** @param absent in whose power it is paid, where that is not the own */
    void pay(UserId payer, @Nullable UserId absent, Set<UserId> interested, LocalDate today) {
        requireState(ExpenseState.APPROVED);
        refuse(whyNotPaidBy(payer, absent, interested));
        resolve(ExpenseState.PAID, payer, today);
    }

    /**
     * The bank sent its money back. It takes somebody who neither booked, approved nor paid it.
     *
     * @param absent in whose power, where that is not the own
     */
    void comeBack(UserId by, @Nullable UserId absent, Set<UserId> interested, LocalDate today) {
        if (state != ExpenseState.PAID) {
            throw new Refusal("spending.error.not-paid");
        }
        refuse(whyNotComesBackBy(by, absent, interested));
        resolve(ExpenseState.CAME_BACK, by, today);
        seenByBankOn = null;
        paymentOrder = null;
        orderedOn = null;
    }

    private Optional<String> whyNotComesBackBy(UserId by, @Nullable UserId absent, Set<UserId> interested) {
        if (isPaidBy(by)) {
            return Optional.of("spending.error.own-payment");
        }
        return whyNotPaidBy(by, absent, interested)
                .or(() -> Optional.ofNullable(absent)
                        .filter(this::isPaidBy)
                        .map(other -> "spending.error.absent-has-a-hand"));
    }

    boolean mayComeBackBy(UserId by, Set<UserId> interested) {
        return whyNotComesBackBy(by, null, interested).isEmpty();
    }

    private boolean isPaidBy(UserId user) {
        return resolvedBy != null && resolvedBy == user.value();
    }

    /**
     * Whoever has the next step can send it back.
     *
     * @param absent in whose power, where that is not the own
     */
    void sendBack(UserId by, @Nullable UserId absent, Set<UserId> interested, String because, LocalDate today) {
        refuse(
                state == ExpenseState.APPROVED
                        ? whyNotPaidBy(by, absent, interested)
                        : whyNotApprovedBy(by, interested));
        requireOpen();
        if (seenByBankOn != null) {
            throw new Refusal("spending.error.paid-by-bank");
        }
        if (paymentOrder != null) {
            throw new Refusal("spending.error.in-order");
        }
        whyNot = Words.required(because, "spending.error.no-reason");
        resolve(ExpenseState.SENT_BACK, by, today);
        approvedBy = null;
        approvedOn = null;
        reservation = null;
    }

    /** @throws Refusal when the bank paid it, and while it stands in a file that the bank may pay */
    void lapse(LapseReason because, LocalDate today) {
        requireOpen();
        if (seenByBankOn != null) {
            throw new Refusal("spending.error.plan-paid-by-bank");
        }
        if (isOrdered()) {
            throw new Refusal("spending.error.plan-in-order");
        }
        whyNot = because.name();
        state = ExpenseState.LAPSED;
        resolvedOn = today;
    }

    /** Why this user may not approve it, as a message key; empty when they may. */
    Optional<String> whyNotApprovedBy(UserId approver, Set<UserId> interested) {
        if (approver.value() == bookedBy) {
            return Optional.of("spending.error.own-expense");
        }
        return paidFromIt(approver, interested);
    }

    /**
     * Why this user may not pay it, as a message key; empty when they may. Nobody pays in the power of who may not pay it: who
     * stands in for somebody is one hand with them.
     */
    Optional<String> whyNotPaidBy(UserId payer, @Nullable UserId absent, Set<UserId> interested) {
        return whyNotPaidBy(payer, interested)
                .or(() -> Optional.ofNullable(absent)
                        .filter(other -> !mayBePaidBy(other, interested))
                        .map(other -> "spending.error.absent-has-a-hand"));
    }

    boolean mayBePaidBy(UserId payer, Set<UserId> interested) {
        return whyNotPaidBy(payer, interested).isEmpty();
    }

    private Optional<String> whyNotPaidBy(UserId payer, Set<UserId> interested) {
        if (payer.value() == bookedBy) {
            return Optional.of("spending.error.own-expense");
        }
        if (approvedBy != null && approvedBy == payer.value()) {
            return Optional.of("spending.error.own-approval");
        }
        return paidFromIt(payer, interested);
    }

    private static Optional<String> paidFromIt(UserId user, Set<UserId> interested) {
        return interested.contains(user) ? Optional.of("spending.error.paid-from-plan") : Optional.empty();
    }

    private static void refuse(Optional<String> why) {
        why.ifPresent(code -> {
            throw new Refusal(code);
        });
    }

    private void requireState(ExpenseState wanted) {
        if (state != wanted) {
            throw new Refusal("spending.error.not-open");
        }
    }

    private void requireOpen() {
        if (!isOpen()) {
            throw new Refusal("spending.error.not-open");
        }
    }

    private void resolve(ExpenseState outcome, UserId by, LocalDate today) {
        state = outcome;
        resolvedBy = by.value();
        resolvedOn = today;
    }

    /** The bank paid it: whether or not that is recorded here yet, it does not go back any more. */
    void seenByBank(LocalDate day) {
        if (!mayBeSeenByBank()) {
            throw new Refusal("spending.error.not-payable");
        }
        if (seenByBankOn != null) {
            throw new Refusal("spending.error.seen-before");
        }
        seenByBankOn = day;
    }

    void notSeenByBank() {
        seenByBankOn = null;
    }

    /**
     * It stands in a file for the bank: in no second one, which the bank would pay too, and it does not go back until somebody
     * says that the file was not sent.
     */
    void order(String order, UserId payer, @Nullable UserId absent, Set<UserId> interested, LocalDate today) {
        requireState(ExpenseState.APPROVED);
        refuse(whyNotPaidBy(payer, absent, interested));
        if (seenByBankOn != null) {
            throw new Refusal("spending.error.paid-by-bank");
        }
        if (paymentOrder != null) {
            throw new Refusal("spending.error.in-order");
        }
        paymentOrder = order;
        orderedOn = today;
    }

    /** The bank may pay it any day. */
    boolean isOrdered() {
        return paymentOrder != null && state == ExpenseState.APPROVED;
    }

    /** The bank paid it, or may pay it any day: its money is held until that is recorded. */
    boolean isAtBank() {
        return isOrdered() || seenByBankOn != null && state == ExpenseState.APPROVED;
    }

    Optional<String> paymentOrder() {
        return Optional.ofNullable(paymentOrder);
    }

    /** The file was not sent. */
    void notOrdered(UserId payer, @Nullable UserId absent, Set<UserId> interested) {
        requireState(ExpenseState.APPROVED);
        refuse(whyNotPaidBy(payer, absent, interested));
        paymentOrder = null;
        orderedOn = null;
    }

    boolean mayBeSeenByBank() {
        return state == ExpenseState.APPROVED || state == ExpenseState.PAID;
    }

    StatementMatch.Payable payable() {
        return new StatementMatch.Payable(
                id,
                initiative,
                amount(),
                spentOn,
                state == ExpenseState.PAID ? resolvedOn : null,
                seenByBankOn != null);
    }

    boolean isOpen() {
        return state == ExpenseState.BOOKED || state == ExpenseState.APPROVED;
    }

    boolean mayBeBookedAnewBy(UserId user) {
        return isBack() && user.value() == bookedBy;
    }

    ExpenseId id() {
        return new ExpenseId(id);
    }

    int version() {
        return version;
    }

    InitiativeId initiative() {
        return new InitiativeId(initiative);
    }

    NeighbourhoodCode neighbourhood() {
        return new NeighbourhoodCode(neighbourhood);
    }

    ExpenseState state() {
        return state;
    }

    Money amount() {
        return Money.ofCents(amountCents);
    }

    String purpose() {
        return purpose;
    }

    Optional<BudgetLineId> line() {
        return Optional.ofNullable(line).map(BudgetLineId::new);
    }

    /** What was paid before there were lines finds its place. */
    void placeOn(BudgetLineId place) {
        if (line == null) {
            line = place.value();
        }
    }

    Optional<CommitmentId> commitment() {
        return Optional.ofNullable(commitment).map(CommitmentId::new);
    }

    Optional<ReservationId> reservation() {
        return Optional.ofNullable(reservation).map(ReservationId::new);
    }

    @Nullable
    String whySentBack() {
        return state == ExpenseState.SENT_BACK ? whyNot : null;
    }

    @Nullable
    LapseReason whyLapsed() {
        return state == ExpenseState.LAPSED && whyNot != null ? LapseReason.valueOf(whyNot) : null;
    }

    ExpenseSummary summary(String planTitle, List<ReceiptSummary> receipts, ExpenseRights rights) {
        return new ExpenseSummary(
                id(),
                version,
                initiative(),
                planTitle,
                neighbourhood(),
                line().orElse(null),
                commitment().orElse(null),
                amount(),
                purpose,
                spentOn,
                state,
                bookedOn,
                resolvedOn,
                seenByBankOn,
                paymentOrder,
                orderedOn,
                whySentBack(),
                whyLapsed(),
                receipts,
                rights);
    }
}
