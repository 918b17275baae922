package nl.buurtbundel.budget;

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
 * Money that leaves the municipality for a plan. It takes two: who makes it ready does not pay it, and neither is paid from the
 * plan. Until it is paid the money is held in the ledger, so that no two payments promise the same euro.
 */
@Entity
@Table(name = "payment")
class Payment {
    private static final int LONGEST_TEXT = 200;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "payment")
    @SequenceGenerator(name = "payment", sequenceName = "payment_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private long initiative;
    private String neighbourhood;

    @Column(name = "amount_cents")
    private long amountCents;

    private String purpose;

    @Enumerated(EnumType.STRING)
    private PaymentState state;

    @Column(name = "prepared_by")
    private long preparedBy;

    @Column(name = "prepared_on")
    private LocalDate preparedOn;

    private long reservation;

    @Column(name = "resolved_by")
    private @Nullable Long resolvedBy;

    @Column(name = "resolved_on")
    private @Nullable LocalDate resolvedOn;

    /** The words of who declined it, or the code of why it lapsed. */
    @Column(name = "why_not")
    private @Nullable String whyNot;

    protected Payment() {}

    Payment(
            InitiativeId initiative,
            NeighbourhoodCode neighbourhood,
            Money amount,
            String purpose,
            UserId preparer,
            Set<UserId> interested,
            LocalDate today) {
        if (!amount.isPositive()) {
            throw new Refusal("budget.error.nothing-to-pay");
        }
        requireNoInterest(preparer, interested);
        this.initiative = initiative.value();
        this.neighbourhood = neighbourhood.value();
        this.amountCents = amount.cents();
        this.purpose = words(purpose, "budget.error.payment-without-purpose");
        this.state = PaymentState.PREPARED;
        this.preparedBy = preparer.value();
        this.preparedOn = today;
    }

    void held(ReservationId held) {
        reservation = held.value();
    }

    /** @param interested who made the plan or is paid from it */
    void pay(UserId payer, Set<UserId> interested, LocalDate today) {
        requireOpen();
        whyNotBy(payer, interested).ifPresent(code -> {
            throw new Refusal(code);
        });
        resolve(PaymentState.PAID, payer, today);
    }

    void decline(UserId payer, String because, LocalDate today) {
        requireOpen();
        whyNot = words(because, "budget.error.decline-without-reason");
        resolve(PaymentState.DECLINED, payer, today);
    }

    /** The plan ended before it was paid, or it waited so long that its money was let go. */
    void lapse(LapseReason because, LocalDate today) {
        requireOpen();
        whyNot = because.name();
        state = PaymentState.LAPSED;
        resolvedOn = today;
    }

    /** Why this user may not pay it, as a message key; empty when they may. */
    Optional<String> whyNotBy(UserId payer, Set<UserId> interested) {
        if (payer.value() == preparedBy) {
            return Optional.of("budget.error.own-payment");
        }
        return interested.contains(payer) ? Optional.of("budget.error.paid-from-plan") : Optional.empty();
    }

    private void requireOpen() {
        if (state != PaymentState.PREPARED) {
            throw new Refusal("budget.error.payment-not-open");
        }
    }

    private void resolve(PaymentState outcome, UserId by, LocalDate today) {
        state = outcome;
        resolvedBy = by.value();
        resolvedOn = today;
    }

    private static void requireNoInterest(UserId user, Set<UserId> interested) {
        if (interested.contains(user)) {
            throw new Refusal("budget.error.paid-from-plan");
        }
    }

    private static String words(String text, String missing) {
        String words = text.strip();
        if (words.isEmpty()) {
            throw new Refusal(missing);
        }
        if (words.length() > LONGEST_TEXT) {
            throw new Refusal("budget.error.text-too-long", LONGEST_TEXT);
        }
        return words;
    }

    Long id() {
        return id;
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

    PaymentState state() {
        return state;
    }

    String purpose() {
        return purpose;
    }

    ReservationId reservation() {
        return new ReservationId(reservation);
    }

    @Nullable
    String whyDeclined() {
        return state == PaymentState.DECLINED ? whyNot : null;
    }

    @Nullable
    LapseReason whyLapsed() {
        return state == PaymentState.LAPSED && whyNot != null ? LapseReason.valueOf(whyNot) : null;
    }

    PaymentSummary summary(String planTitle, boolean mayPay) {
        return new PaymentSummary(
                new PaymentId(id),
                version,
                initiative(),
                planTitle,
                neighbourhood(),
                Money.ofCents(amountCents),
                purpose,
                state,
                preparedOn,
                resolvedOn,
                whyDeclined(),
                whyLapsed(),
                mayPay);
    }
}
