package nl.buurtbundel.decision;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.ledger.ReservationId;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/**
 * A small amount for what one household needs now. A worker asks, colleagues of the team agree; with the last yes that it takes
 * the money is held, and the card of the team pays it. The line of the bank is all the account that is asked. Who asks has no
 * voice in it, and what is not spent in time goes back to the pot.
 */
@Entity
@Table(name = "mini_budget")
class MiniBudget {
    /** A question that colleagues leave lying so long is over. */
    static final int DAYS_TO_AGREE = 14;

    static final int DAYS_TO_SPEND = 30;

    /** A payment by card is booked some days later than it was made. */
    private static final int DAYS_TO_BOOK = 5;

    /** A statement of a month may be read two weeks after that month. */
    static final int DAYS_OF_THE_BANK = 45;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "mini_budget")
    @SequenceGenerator(name = "mini_budget", sequenceName = "mini_budget_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private String neighbourhood;

    @Column(name = "fiscal_year")
    private int fiscalYear;

    private long household;
    private String need;

    @Column(name = "amount_cents")
    private long amountCents;

    @Column(name = "limit_cents")
    private long limitCents;

    private int colleagues;

    @Column(name = "agreed_count")
    private int agreedCount;

    @Enumerated(EnumType.STRING)
    private MiniBudgetState state;

    @Column(name = "proposed_by")
    private long proposedBy;

    @Column(name = "proposed_on")
    private LocalDate proposedOn;

    @Column(name = "decide_by")
    private LocalDate decideBy;

    @Column(name = "final_on")
    private @Nullable LocalDate finalOn;

    @Column(name = "spend_by")
    private @Nullable LocalDate spendBy;

    @Column(name = "held_until")
    private @Nullable LocalDate heldUntil;

    private @Nullable Long reservation;

    /** How often money was held for it: the next time is another command. */
    private int holds;

    @Column(name = "spent_cents")
    private long spentCents;

    @OneToMany(mappedBy = "miniBudget", cascade = CascadeType.PERSIST)
    @OrderBy("place")
    private List<MiniBudgetAgreement> agreements = new ArrayList<>();

    protected MiniBudget() {}

    MiniBudget(
            NeighbourhoodCode neighbourhood,
            long household,
            CaseText need,
            Money amount,
            MiniBudgetRule rule,
            UserId by,
            LocalDate today) {
        if (!amount.isPositive()) {
            throw new Refusal("decision.error.mini-nothing");
        }
        if (amount.compareTo(rule.limit()) > 0) {
            throw new Refusal("decision.error.mini-above-limit", rule.limit().inEuros());
        }
        this.neighbourhood = neighbourhood.value();
        this.fiscalYear = today.getYear();
        this.household = household;
        this.need = need.words();
        this.amountCents = amount.cents();
        this.limitCents = rule.limit().cents();
        this.colleagues = rule.colleagues();
        this.state = MiniBudgetState.PROPOSED;
        this.proposedBy = by.value();
        this.proposedOn = today;
        this.decideBy =
                endOfYear().isBefore(today.plusDays(DAYS_TO_AGREE)) ? endOfYear() : today.plusDays(DAYS_TO_AGREE);
    }

    /**
     * A colleague agrees.
     *
     * @return whether with this enough have agreed
     * @throws Refusal for the proposer, for who agreed before, and when it is over
     */
    boolean agree(UserId by, LocalDate today) {
        whyNotAgree(by, today).ifPresent(no -> {
            throw new Refusal(no);
        });
        agreements.add(new MiniBudgetAgreement(this, proposer(), agreements.size() + 1, by, today));
        agreedCount = agreements.size();
        return isAgreed();
    }

    /** Why this user may not agree, as a message key; empty when they may. */
    Optional<String> whyNotAgree(UserId by, LocalDate today) {
        if (state != MiniBudgetState.PROPOSED || isAgreed()) {
            return Optional.of("decision.error.mini-over");
        }
        if (today.isAfter(decideBy)) {
            return Optional.of("decision.error.mini-too-late");
        }
        if (by.equals(proposer())) {
            return Optional.of("decision.error.mini-own");
        }
        return hasAgreed(by) ? Optional.of("decision.error.mini-agreed-before") : Optional.empty();
    }

    private boolean isAgreed() {
        return agreedCount >= colleagues;
    }

    boolean hasAgreed(UserId user) {
        return agreements.stream().anyMatch(one -> one.by().equals(user));
    }

    /** The last day on which the money would be held when it became final today. */
    LocalDate holdUntil(LocalDate today) {
        return lastDayToSpend(today).plusDays(DAYS_OF_THE_BANK);
    }

    private LocalDate lastDayToSpend(LocalDate today) {
        LocalDate inTime = today.plusDays(DAYS_TO_SPEND);
        return inTime.isAfter(endOfYear()) ? endOfYear() : inTime;
    }

    /**
     * Enough agreed: from now on the money is held.
     *
     * @throws Refusal when with this the household would get more than the limit in this year
     */
    void becomeFinal(HouseholdYear promised, ReservationId held, LocalDate today) {
        if (state != MiniBudgetState.PROPOSED || !isAgreed()) {
            throw new IllegalStateException("mini-budget " + id + " is not agreed on");
        }
        promised.promise(amount(), limit());
        finalOn = today;
        spendBy = lastDayToSpend(today);
        heldUntil = holdUntil(today);
        hold(held);
    }

    /** What is left of it is held anew. */
    void hold(ReservationId held) {
        reservation = held.value();
        holds++;
        state = MiniBudgetState.AGREED;
    }

    /**
     * The bank paid a part of it, or all.
     *
     * @param paidOn the day of the bank
     * @return what is left of it
     * @throws Refusal when that is more than is left, nothing is held any more, or the day is not of its time
     */
    Money spend(Money part, LocalDate paidOn) {
        requireHeld();
        if (!card().isAround(paidOn)) {
            throw new Refusal("decision.error.mini-other-time");
        }
        if (part.compareTo(left()) > 0) {
            throw new Refusal("decision.error.mini-more-than-left", left().inEuros());
        }
        spentCents = spent().plus(part).cents();
        if (left().isZero()) {
            end(MiniBudgetState.SPENT);
        }
        return left();
    }

    /**
     * It was another payment: what the bank paid is left again.
     *
     * @return whether it is held again; else it is free for others
     */
    boolean takeBack(Money part, HouseholdYear promised, LocalDate today) {
        boolean allSpent = left().isZero();
        spentCents = spent().minus(part).cents();
        if (state == MiniBudgetState.AGREED || allSpent && !today.isAfter(heldUntil())) {
            return true;
        }
        promised.giveBack(part);
        end(spent().isZero() ? MiniBudgetState.LAPSED : MiniBudgetState.SPENT);
        return false;
    }

    /** The time is over: what is not spent is free for others. */
    void lapse(HouseholdYear promised) {
        requireHeld();
        promised.giveBack(left());
        end(spent().isZero() ? MiniBudgetState.LAPSED : MiniBudgetState.SPENT);
    }

    /** It took no money in the end. Once the card may have paid it, only the bank says so: what it did not pay lapses by itself. */
    void solve() {
        if (state != MiniBudgetState.PROPOSED) {
            throw new Refusal("decision.error.mini-over");
        }
        end(MiniBudgetState.SOLVED);
    }

    /** @throws Refusal for who did not propose it, and once it is final */
    void withdraw(UserId by) {
        if (state != MiniBudgetState.PROPOSED) {
            throw new Refusal("decision.error.mini-over");
        }
        if (!by.equals(proposer())) {
            throw new Refusal("decision.error.mini-not-yours");
        }
        end(MiniBudgetState.WITHDRAWN);
    }

    /** Whose hand is in it, so that somebody else says which payment of the bank is its. */
    void requireNoHandOf(UserId user) {
        if (user.equals(proposer()) || hasAgreed(user)) {
            throw new Refusal("decision.error.mini-own-hand");
        }
    }

    private void end(MiniBudgetState end) {
        state = end;
        reservation = null;
    }

    private void requireHeld() {
        if (state != MiniBudgetState.AGREED) {
            throw new Refusal("decision.error.mini-not-held");
        }
    }

    private LocalDate endOfYear() {
        return year().lastDay();
    }

    MiniBudgetId id() {
        return new MiniBudgetId(id);
    }

    int version() {
        return version;
    }

    NeighbourhoodCode neighbourhood() {
        return new NeighbourhoodCode(neighbourhood);
    }

    FiscalYear year() {
        return new FiscalYear(fiscalYear);
    }

    long household() {
        return household;
    }

    int colleaguesNeeded() {
        return colleagues;
    }

    String holdKey() {
        return "mini-budget:" + id + ":hold:" + holds;
    }

    Money amount() {
        return Money.ofCents(amountCents);
    }

    Money limit() {
        return Money.ofCents(limitCents);
    }

    Money spent() {
        return Money.ofCents(spentCents);
    }

    Money left() {
        return amount().minus(spent());
    }

    LocalDate heldUntil() {
        return Objects.requireNonNull(heldUntil);
    }

    MiniBudgetState state() {
        return state;
    }

    UserId proposer() {
        return new UserId(proposedBy);
    }

    Optional<ReservationId> reservation() {
        return Optional.ofNullable(reservation).map(ReservationId::new);
    }

    MiniBudgetCard card() {
        return new MiniBudgetCard(
                id(),
                amount(),
                left(),
                Objects.requireNonNull(finalOn),
                Objects.requireNonNull(spendBy).plusDays(DAYS_TO_BOOK));
    }

    /** @param reader what they may do is told with it */
    MiniBudgetCase summary(UserId reader, String proposerName, LocalDate today) {
        return new MiniBudgetCase(
                id(),
                version,
                neighbourhood(),
                need,
                amount(),
                spent(),
                state,
                proposerName,
                proposedOn,
                agreedCount,
                colleagues,
                reader.equals(proposer()),
                hasAgreed(reader),
                whyNotAgree(reader, today).isEmpty(),
                state == MiniBudgetState.PROPOSED ? decideBy : spendBy);
    }
}
