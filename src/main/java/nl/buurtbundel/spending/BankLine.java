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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.budget.ContributionId;
import nl.buurtbundel.budget.PayerAgreement;
import nl.buurtbundel.budget.PayerReceipt;
import nl.buurtbundel.decision.MiniBudgetId;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.ledger.ReservationId;
import nl.buurtbundel.ledger.TransferId;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/**
 * A payment on a bank statement. It belongs to one expense of the same amount, for certain or because somebody said so who
 * neither booked nor approved it; or it came in by an agreement; or it is not of ours; or it stands on the list.
 */
@Entity
@Table(name = "bank_line")
class BankLine {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "bank_line")
    @SequenceGenerator(name = "bank_line", sequenceName = "bank_line_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private String municipality;
    private long statement;
    private String identity;

    @Column(name = "booked_on")
    private LocalDate bookedOn;

    @Column(name = "amount_cents")
    private long amountCents;

    @Column(name = "paid_out")
    private boolean paidOut;

    @Column(name = "by_card")
    private boolean byCard;

    /** Of ours, never what somebody wrote. */
    private @Nullable String reference;

    @Enumerated(EnumType.STRING)
    private BankLineState state;

    @Enumerated(EnumType.STRING)
    private @Nullable Unmatched why;

    private @Nullable Long expense;

    /** The expense that it paid and that came back, or of which it is the money that came back. */
    @Column(name = "returned_expense")
    private @Nullable Long returnedExpense;

    /** The one agreement with another payer that it may have come by, as far as that is one. */
    @Column(name = "named_contribution")
    private @Nullable Long namedContribution;

    /** The agreement that it is booked to. */
    private @Nullable Long contribution;

    /** How it is booked there. */
    private @Nullable Long receipt;

    /** It was booked there before, by somebody. */
    private boolean beside;

    /** Several payments in one, which the bank did not tell apart. */
    private boolean together;

    /** The mini-budget that it was paid from, and what in the book paid it. */
    @Column(name = "mini_budget")
    private @Nullable Long miniBudget;

    @Column(name = "paid_reservation")
    private @Nullable Long paidReservation;

    /** Empty where it was certain by itself. */
    @Column(name = "settled_by")
    private @Nullable Long settledBy;

    @Column(name = "settled_on")
    private @Nullable LocalDate settledOn;

    protected BankLine() {}

    /** On the list until it is known where it belongs. */
    BankLine(MunicipalityCode municipality, BankStatement statement, BankEntry entry, Unmatched why) {
        this.municipality = municipality.value();
        this.statement = statement.id();
        this.identity = entry.identity();
        this.bookedOn = entry.day();
        this.amountCents = entry.amount().cents();
        this.paidOut = entry.paidOut();
        this.byCard = entry.card();
        this.together = entry.together();
        this.reference = reference(entry);
        this.namedContribution =
                entry.agreements().size() == 1 ? entry.agreements().iterator().next() : null;
        this.state = BankLineState.OPEN;
        this.why = why;
    }

    private static @Nullable String reference(BankEntry entry) {
        Long answers = entry.answers();
        if (answers != null) {
            return PaymentReference.of(new ExpenseId(answers));
        }
        if (entry.expenses().size() == 1) {
            return PaymentReference.of(new ExpenseId(entry.expenses().iterator().next()));
        }
        if (!entry.expenses().isEmpty()) {
            return null;
        }
        if (entry.plans().size() == 1) {
            return PaymentReference.of(new InitiativeId(entry.plans().iterator().next()));
        }
        return entry.plans().isEmpty() && entry.miniBudgets().size() == 1
                ? PaymentReference.of(
                        new MiniBudgetId(entry.miniBudgets().iterator().next()))
                : null;
    }

    /** It is certain. */
    void belongsTo(Expense met, LocalDate today) {
        link(met);
        settledOn = today;
    }

    /**
     * @param absent in whose power it is linked, where that is not the own
     * @param interested who made the plan or is paid from it
     */
    void linkByHand(Expense met, UserId by, @Nullable UserId absent, Set<UserId> interested, LocalDate today) {
        requireOpen();
        if (!paidOut) {
            throw new Refusal("spending.error.came-back");
        }
        met.whyNotPaidBy(by, absent, interested).ifPresent(no -> {
            throw new Refusal(no);
        });
        link(met);
        settledBy = by.value();
        settledOn = today;
    }

    private void link(Expense met) {
        if (!met.amount().equals(amount())) {
            throw new Refusal("spending.error.other-amount");
        }
        met.seenByBank(bookedOn);
        state = BankLineState.LINKED;
        expense = met.id().value();
        why = null;
    }

    /**
     * Somebody says that it is the money of this payment, which came back.
     *
     * @throws Refusal for what is not of exactly its amount, or names another expense
     */
    void requireReturnOf(Expense paid) {
        requireOpen();
        if (paidOut) {
            throw new Refusal("spending.error.not-come-in");
        }
        if (together) {
            throw new Refusal("spending.error.returned-together");
        }
        if (!paid.amount().equals(amount())) {
            throw new Refusal("spending.error.other-amount");
        }
        if (!mayName(paid)) {
            throw new Refusal("spending.error.names-other-expense");
        }
    }

    /** What stands with it does not say that it is of another one. */
    boolean mayName(Expense paid) {
        return namedExpense().map(named -> named == paid.id().value()).orElse(true);
    }

    private Optional<Long> namedExpense() {
        return reference == null ? Optional.empty() : PaymentReference.findExpense(reference);
    }

    void returns(Expense paid, UserId by, LocalDate today) {
        requireReturnOf(paid);
        settledBy = by.value();
        settledOn = today;
        nowReturned(paid);
    }

    /** What it paid came back. */
    void cameBack(Expense paid) {
        if (state != BankLineState.LINKED || !Objects.equals(expense, paid.id().value())) {
            throw new IllegalStateException("bank line " + id + " is not of expense " + paid.id());
        }
        nowReturned(paid);
    }

    private void nowReturned(Expense paid) {
        state = BankLineState.CAME_BACK;
        why = null;
        expense = null;
        returnedExpense = paid.id().value();
    }

    /**
     * It was paid from a mini-budget, and booked so.
     *
     * @param by who says so; null where it is certain by itself
     */
    void paidFrom(MiniBudgetId pot, ReservationId paid, @Nullable UserId by, LocalDate today) {
        requirePaidByCard();
        state = BankLineState.TEAM_POT;
        why = null;
        miniBudget = pot.value();
        paidReservation = paid.value();
        settledBy = by == null ? null : by.value();
        settledOn = today;
    }

    /** @throws Refusal for what came in, for several payments in one, and for what names an expense */
    void requirePaidByCard() {
        requireOpen();
        if (!paidOut) {
            throw new Refusal("spending.error.came-back");
        }
        if (together) {
            throw new Refusal("spending.error.together");
        }
        if (namesExpense()) {
            throw new Refusal("spending.error.names-other-expense");
        }
    }

    /** Whether it may be of a mini-budget by itself: nobody took it from one before. */
    boolean mayBeByCard() {
        return state == BankLineState.OPEN
                && paidOut
                && !together
                && why != Unmatched.PUT_BACK
                && (byCard && reference == null || namedMiniBudget().isPresent());
    }

    /** The payment as far as it tells from which mini-budget it was made. */
    CardMatch.Payment byCard() {
        return new CardMatch.Payment(id, bookedOn, amount(), namedMiniBudget().orElse(null));
    }

    private Optional<Long> namedMiniBudget() {
        return reference == null
                ? Optional.empty()
                : PaymentReference.listMiniBudgets(Set.of(reference)).stream().findFirst();
    }

    /** Somebody says that it came by this agreement, to which it is booked now. */
    void receiveBy(ContributionId agreement, TransferId booked, UserId by, LocalDate today) {
        requireReceivable();
        settleAsReceived(agreement, booked, by, today);
    }

    /** Somebody says that it is what was booked before. */
    void layBeside(PayerReceipt booked, UserId by, LocalDate today) {
        requireReceivable();
        settleAsReceived(booked.by(), booked.id(), by, today);
        beside = true;
    }

    private void settleAsReceived(ContributionId agreement, TransferId booked, UserId by, LocalDate today) {
        state = BankLineState.RECEIVED;
        why = null;
        contribution = agreement.value();
        receipt = booked.value();
        settledBy = by.value();
        settledOn = today;
    }

    /** @throws Refusal for what is no contribution of another payer, or not of one */
    void requireReceivable() {
        requireOpen();
        if (paidOut) {
            throw new Refusal("spending.error.not-come-in");
        }
        if (namesExpense()) {
            throw new Refusal("spending.error.names-expense");
        }
        if (together) {
            throw new Refusal("spending.error.together");
        }
    }

    boolean isReceivable() {
        return state == BankLineState.OPEN && !paidOut && !namesExpense() && !together;
    }

    private boolean namesExpense() {
        return namedExpense().isPresent();
    }

    private boolean isReturnable() {
        return state == BankLineState.OPEN && !paidOut && !together;
    }

    /** Whether it may have come by this agreement, as far as that is still to come. */
    boolean mayComeBy(PayerAgreement agreement) {
        Money outstanding = agreement.outstanding();
        return isReceivable()
                && outstanding.compareTo(amount()) >= 0
                && (outstanding.equals(amount())
                        || Objects.equals(namedContribution, agreement.id().value())
                        || PaymentReference.of(agreement.plan()).equals(reference));
    }

    void notOurs(UserId by, LocalDate today) {
        requireOpen();
        state = BankLineState.NOT_OURS;
        why = null;
        settledBy = by.value();
        settledOn = today;
    }

    /** Back on the list; the expense is as unseen as before. What was booked with it is undone by who knows that book. */
    void putBack(@Nullable Expense met) {
        if (state == BankLineState.OPEN) {
            throw new Refusal("spending.error.line-open");
        }
        if (state == BankLineState.CAME_BACK) {
            throw new Refusal("spending.error.line-came-back");
        }
        if (met != null) {
            met.notSeenByBank();
        }
        state = BankLineState.OPEN;
        why = Unmatched.PUT_BACK;
        expense = null;
        contribution = null;
        receipt = null;
        beside = false;
        miniBudget = null;
        paidReservation = null;
        settledBy = null;
        settledOn = null;
    }

    private void requireOpen() {
        if (state != BankLineState.OPEN) {
            throw new Refusal("spending.error.line-settled");
        }
    }

    BankLineId id() {
        return new BankLineId(id);
    }

    int version() {
        return version;
    }

    MunicipalityCode municipality() {
        return new MunicipalityCode(municipality);
    }

    LocalDate bookedOn() {
        return bookedOn;
    }

    Money amount() {
        return Money.ofCents(amountCents);
    }

    boolean paidOut() {
        return paidOut;
    }

    /** The one that it pays, or paid until that came back. */
    @Nullable
    Long expense() {
        return expense == null ? returnedExpense : expense;
    }

    Optional<MiniBudgetId> miniBudget() {
        return Optional.ofNullable(miniBudget).map(MiniBudgetId::new);
    }

    Optional<ReservationId> paidReservation() {
        return Optional.ofNullable(paidReservation).map(ReservationId::new);
    }

    Optional<ContributionId> contribution() {
        return Optional.ofNullable(contribution).map(ContributionId::new);
    }

    /** What was booked because of it, and not before. */
    Optional<TransferId> ownReceipt() {
        return beside ? Optional.empty() : Optional.ofNullable(receipt).map(TransferId::new);
    }

    /**
     * @param met the expense that it belongs to, if any
     * @param by the agreement that it is booked to, if any
     * @param undone what was corrected in the book since
     */
    BankLineSummary summary(@Nullable Expense met, @Nullable PayerAgreement by, Set<TransferId> undone) {
        Unmatched reason = isUndone(undone) ? Unmatched.UNDONE : why;
        BankLineSummary.Met shown = null;
        if (met != null) {
            shown = new BankLineSummary.Met(met.id(), met.purpose(), met.initiative(), settledBy != null);
            reason = state == BankLineState.CAME_BACK ? null : unrecorded(met);
        }
        return new BankLineSummary(
                id(),
                version,
                bookedOn,
                amount(),
                paidOut,
                byCard,
                reference,
                reason,
                shown,
                isReceivable(),
                isReturnable(),
                state == BankLineState.CAME_BACK,
                by,
                beside,
                miniBudget().orElse(null));
    }

    private boolean isUndone(Set<TransferId> undone) {
        return receipt != null && undone.contains(new TransferId(receipt));
    }

    private static @Nullable Unmatched unrecorded(Expense met) {
        return switch (met.state()) {
            case PAID -> null;
            case LAPSED -> Unmatched.LAPSED;
            default -> Unmatched.NOT_RECORDED;
        };
    }
}
