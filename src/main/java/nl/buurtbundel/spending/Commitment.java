package nl.buurtbundel.spending;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Optional;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.ledger.ReservationId;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/**
 * Agreed with an organisation and not paid yet. Its money is held in the ledger until the last bill or until it is closed;
 * bills claim a part when they are approved, and take it when they are paid.
 */
@Entity
@Table(name = "commitment")
class Commitment {
    private static final int LONGEST_NAME = 100;

    /** A bill may come some time after the day that was agreed, and waits as long to be paid. */
    private static final int WEEKS_AFTER = 8;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "commitment")
    @SequenceGenerator(name = "commitment", sequenceName = "commitment_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    @Column(name = "command_key")
    private String commandKey;

    private long initiative;
    private String neighbourhood;
    private long line;

    @Column(name = "with_whom")
    private String withWhom;

    private String what;

    @Column(name = "amount_cents")
    private long amountCents;

    @Column(name = "claimed_cents")
    private long claimedCents;

    @Column(name = "paid_cents")
    private long paidCents;

    @Column(name = "until_day")
    private LocalDate until;

    private @Nullable Long reservation;

    @Column(name = "agreed_by")
    private long agreedBy;

    @Column(name = "agreed_on")
    private LocalDate agreedOn;

    @Column(name = "closed_on")
    private @Nullable LocalDate closedOn;

    protected Commitment() {}

    Commitment(String key, BudgetLine on, NewCommitment agreed, UserId by, LocalDate today) {
        if (agreed.until().isBefore(today)) {
            throw new Refusal("spending.error.until-is-past");
        }
        commandKey = key;
        initiative = on.initiative().value();
        neighbourhood = on.neighbourhood().value();
        line = on.id().value();
        withWhom = Words.required(agreed.withWhom(), LONGEST_NAME, "spending.error.with-whom");
        what = Words.required(agreed.what(), "spending.error.no-purpose");
        amountCents = agreed.amount().cents();
        until = agreed.until();
        agreedBy = by.value();
        agreedOn = today;
        on.commit(agreed.amount());
    }

    /** The same command again is this agreement; another under its key is refused. */
    CommitmentId answer(NewCommitment again) {
        if (!again.line().equals(line())
                || !again.withWhom().strip().equals(withWhom)
                || !again.what().strip().equals(what)
                || !again.amount().equals(Money.ofCents(amountCents))
                || !again.until().equals(until)) {
            throw new Refusal("spending.error.key-used");
        }
        return id();
    }

    /** Holds what is still to come; nothing once all of it was paid. */
    void held(@Nullable ReservationId held) {
        reservation = held == null ? null : held.value();
    }

    /** A bill was approved. */
    void claim(Money amount) {
        requireOpen();
        if (amount.compareTo(free()) > 0) {
            throw new Refusal("spending.error.more-than-agreed", free().inEuros());
        }
        claimedCents = claimed().plus(amount).cents();
    }

    /** A bill that was approved is not paid after all. */
    void unclaim(Money amount) {
        claimedCents = claimed().minus(amount).cents();
    }

    void pay(Money amount) {
        requireOpen();
        unclaim(amount);
        paidCents = paid().plus(amount).cents();
    }

    /** What a bill of it was paid with came back: it is to be paid still, unless nothing more was to be asked for. */
    void comeBack(Money amount) {
        paidCents = paid().minus(amount).cents();
    }

    /** Nothing more will be asked for. Says what is free by that. */
    Money close(LocalDate today) {
        requireOpen();
        if (claimed().isPositive()) {
            throw new Refusal("spending.error.bills-wait");
        }
        closedOn = today;
        return free();
    }

    private void requireOpen() {
        if (!isOpen()) {
            throw new Refusal("spending.error.commitment-closed");
        }
    }

    boolean isOpen() {
        return closedOn == null;
    }

    CommitmentId id() {
        return new CommitmentId(id);
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

    BudgetLineId line() {
        return new BudgetLineId(line);
    }

    LocalDate until() {
        return until;
    }

    /** Until when what is still to come is held: no bill that was approved comes too late to be paid. */
    LocalDate heldUntil(LocalDate today) {
        LocalDate agreed = until.plusWeeks(WEEKS_AFTER);
        LocalDate ofBills = today.plusWeeks(WEEKS_AFTER);
        return claimed().isPositive() && ofBills.isAfter(agreed) ? ofBills : agreed;
    }

    /** Nothing is to come of it any more: all of it was paid, or no bill came in time. */
    boolean isOver(LocalDate today) {
        return !toCome().isPositive() || heldUntil(today).isBefore(today);
    }

    Optional<ReservationId> reservation() {
        return Optional.ofNullable(reservation).map(ReservationId::new);
    }

    Money paid() {
        return Money.ofCents(paidCents);
    }

    /** What is agreed and not paid yet. */
    Money toCome() {
        return Money.ofCents(amountCents).minus(paid());
    }

    private Money claimed() {
        return Money.ofCents(claimedCents);
    }

    private Money free() {
        return toCome().minus(claimed());
    }

    CommitmentSummary summary() {
        return new CommitmentSummary(
                id(), version, line(), withWhom, what, Money.ofCents(amountCents), paid(), free(), until, isOpen());
    }
}
