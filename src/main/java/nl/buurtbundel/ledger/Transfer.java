package nl.buurtbundel.ledger;

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
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One movement of money within a municipality and year: postings that sum to zero, and the lots that it made. Immutable; a
 * mistake is corrected by a counter-transfer.
 */
@Entity
@Table(name = "ledger_transfer")
class Transfer {
    private static final Set<Reason> WITH_A_WAY_OF_THEIR_OWN = EnumSet.of(
            Reason.PRE_FINANCING_SET,
            Reason.UNSPENT_RETURNED,
            Reason.CARRIED_OVER,
            Reason.CONTRIBUTION_MOVED,
            Reason.BRIDGING_SET,
            Reason.BRIDGING_RETURNED,
            Reason.BRIDGED,
            Reason.BRIDGE_GIVEN_BACK,
            Reason.BRIDGE_SETTLED,
            Reason.BRIDGE_BORNE);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ledger_transfer")
    @SequenceGenerator(name = "ledger_transfer", sequenceName = "ledger_transfer_seq", allocationSize = 50)
    private Long id;

    private String municipality;
    private long number;

    @Column(name = "booked_on")
    private LocalDate bookedOn;

    private Instant at;

    @Column(name = "fiscal_year")
    private int fiscalYear;

    @Column(name = "task_field")
    private String taskField;

    private String neighbourhood;

    @Enumerated(EnumType.STRING)
    private Reason reason;

    private String reference;
    private String purpose;

    @Column(name = "amount_cents")
    private long amountCents;

    private @Nullable Long counters;
    private @Nullable Long reservation;

    @OneToMany(mappedBy = "transfer", cascade = CascadeType.PERSIST)
    @OrderBy("amountCents")
    private List<Posting> postings = new ArrayList<>();

    @OneToMany(mappedBy = "transfer", cascade = CascadeType.PERSIST)
    @OrderBy("place")
    private List<Lot> lots = new ArrayList<>();

    protected Transfer() {}

    private Transfer(Account from, Account to, Money amount, Cause cause) {
        AccountKey giver = from.key();
        AccountKey taker = to.key();
        if (giver.equals(taker)
                || !giver.municipality().equals(taker.municipality())
                || !giver.year().equals(taker.year())) {
            throw new IllegalArgumentException("no transfer from " + giver + " to " + taker);
        }
        requireDecisionOfTheCouncil(giver.kind(), taker.kind(), cause);
        municipality = giver.municipality().value();
        number = cause.number();
        bookedOn = cause.bookedOn();
        at = cause.at().truncatedTo(ChronoUnit.MICROS);
        fiscalYear = giver.year().year();
        taskField = giver.taskField().isEmpty() ? taker.taskField() : giver.taskField();
        neighbourhood = taker.neighbourhood() == null ? giver.neighbourhoodOrNone() : taker.neighbourhoodOrNone();
        reason = cause.reason();
        reference = cause.reference();
        purpose = cause.purpose();
        reservation = cause.reservation();
        amountCents = amount.cents();
        from.take(amount);
        to.receive(amount);
        postings.add(new Posting(this, from, bookedOn, amount.negated()));
        postings.add(new Posting(this, to, bookedOn, amount));
    }

    /** Money goes to the reserves and comes from them by a decision of the council, which is named; unspent, it goes back there. */
    private static void requireDecisionOfTheCouncil(AccountKind giver, AccountKind taker, Cause cause) {
        boolean carried = cause.reason() == Reason.CARRIED_OVER;
        boolean back = cause.reason() == Reason.UNSPENT_RETURNED;
        boolean atReserves = giver == AccountKind.CARRIED_OVER || taker == AccountKind.CARRIED_OVER;
        if (carried && (!atReserves || cause.purpose().isBlank())
                || !carried && giver == AccountKind.CARRIED_OVER
                || !carried && !back && taker == AccountKind.CARRIED_OVER) {
            throw new IllegalArgumentException("money is carried over by a decision of the council only");
        }
    }

    /**
     * Money of others comes from who gives it, bears one plan, and goes back the way it came. On any other road it would become
     * the municipality’s, or that of another payer.
     */
    private static void requireRoadOfContribution(AccountKey giver, AccountKey taker, Cause cause) {
        boolean within = giver.reference().equals(taker.reference());
        boolean in = within && giver.kind() == AccountKind.CONTRIBUTOR && taker.kind() == AccountKind.CONTRIBUTED;
        boolean out = within && giver.kind() == AccountKind.CONTRIBUTED && taker.kind() == AccountKind.CONTRIBUTOR;
        boolean bears = giver.kind() == AccountKind.CONTRIBUTED && taker.kind() == AccountKind.GRANTED;
        boolean comesBack = giver.kind() == AccountKind.GRANTED && taker.kind() == AccountKind.CONTRIBUTED;
        boolean ofThatPlan = cause.reference().equals((bears ? taker : giver).reference());
        boolean touches = giver.kind().isOfOthers() || taker.kind().isOfOthers();
        boolean right = switch (cause.reason()) {
            case CONTRIBUTION_RECEIVED -> in;
            case CONTRIBUTION_RETURNED -> out;
            case CONTRIBUTION_MOVED ->
                (in || out || (bears || comesBack) && ofThatPlan)
                        && !cause.purpose().isBlank();
            case GRANTED -> !touches || bears;
            case UNSPENT_RETURNED -> !touches || comesBack;
            default -> !touches;
        };
        if (!right) {
            throw new IllegalArgumentException("no road for money of others from " + giver + " to " + taker);
        }
    }

    /**
     * @param inOrderOfUse lots of the giving account that are not used up: all that others gave, and of the rest the oldest,
     *     enough of them for the amount and one at least if there is any
     */
    static Transfer move(Account from, List<Lot> inOrderOfUse, Account to, Money amount, Cause cause) {
        requireRoadOfContribution(from.key(), to.key(), cause);
        Transfer transfer = new Transfer(from, to, amount, cause);
        if (from.isSource()) {
            transfer.add(to, null, amount);
            return transfer;
        }
        Money wanted = amount;
        for (Lot lot : inOrderOfUse) {
            Money taken = lot.consume(wanted);
            if (taken.isPositive()) {
                transfer.add(to, lot, taken);
                wanted = wanted.minus(taken);
            }
        }
        if (!wanted.isZero()) {
            throw new IllegalStateException("the lots of account " + from.id() + " lack " + wanted);
        }
        from.usedUpBefore(Lot.firstUnused(inOrderOfUse));
        return transfer;
    }

    /**
     * The counter-transfer: every cent goes back into the very lot it came from. Only while none of it has moved on: what came
     * later is corrected first.
     */
    Transfer counter(Cause cause) {
        if (counters != null) {
            throw new Refusal("ledger.error.counter-of-counter");
        }
        if (!isCorrectable()) {
            throw new Refusal("ledger.error.not-by-correction");
        }
        return undo(cause);
    }

    /** What was paid out of what was held came back from the bank: it is no correction by one, its own room sees to four eyes. */
    Transfer comeBack(Cause cause) {
        if (reason != Reason.PAID || reservation == null || counters != null) {
            throw new IllegalStateException("transfer " + id + " is no payment");
        }
        return undo(cause);
    }

    private Transfer undo(Cause cause) {
        Account giver = giver();
        Account taker = taker();
        if (lots.stream().anyMatch(lot -> !lot.isWhole())) {
            throw new Refusal("ledger.error.moved-on");
        }
        Transfer counter = new Transfer(taker, giver, amount(), cause);
        counter.counters = id;
        lots.forEach(Lot::giveBack);
        return counter;
    }

    /**
     * What two people decided or paid is not undone by one, and what went back when a plan ended does not return to where it is
     * out of reach. What an arrangement holds has a way of its own: another limit.
     */
    boolean isCorrectable() {
        return isCorrectable(
                reason, counters != null, reservation != null, taker().key().kind());
    }

    /** @param to what came free is corrected in one way, whenever it came in: of a later year it goes back to the reserves */
    static boolean isCorrectable(Reason reason, boolean corrects, boolean reserved, AccountKind to) {
        boolean byTwo = reserved && (reason == Reason.GRANTED || reason == Reason.PAID);
        boolean lateRelease = reason == Reason.CARRIED_OVER && to == AccountKind.RELEASED;
        return !corrects && !byTwo && (!WITH_A_WAY_OF_THEIR_OWN.contains(reason) || lateRelease);
    }

    /** What it brings to one account, of the money of one task field; below zero for what it takes away. */
    record Share(Account account, String origin, Money amount) {}

    /** @param undoes the transfer that this one counters, if any: it made no lots of its own */
    List<Share> shares(@Nullable Transfer undoes) {
        List<Share> shares = new ArrayList<>();
        for (Lot lot : undoes == null ? lots : undoes.lots) {
            Money came = undoes == null ? lot.amount() : lot.amount().negated();
            shares.add(new Share(lot.account(), lot.origin(), came));
            lot.source().ifPresent(from -> shares.add(new Share(from.account(), lot.origin(), came.negated())));
        }
        return shares;
    }

    private void add(Account to, @Nullable Lot source, Money amount) {
        if (source != null) {
            requireItsOwn(source, to);
        }
        lots.add(new Lot(to, this, lots.size(), source, amount));
    }

    /** Money of others stays apart from that of the municipality, and that of one payer from that of another. */
    private static void requireItsOwn(Lot source, Account to) {
        AccountKind kind = to.key().kind();
        boolean comesBack = kind == AccountKind.CONTRIBUTED;
        boolean right = source.isOfOthers()
                ? kind.mayHoldOthers()
                        && (!comesBack
                                || source.source()
                                        .map(from -> from.account().key())
                                        .equals(Optional.of(to.key())))
                : !kind.isOfOthers();
        if (!right) {
            throw new IllegalArgumentException("money of " + source.origin() + " does not go to " + to.key());
        }
    }

    private Account side(boolean giving) {
        return postings.stream()
                .filter(posting -> posting.amount().isNegative() == giving)
                .findFirst()
                .orElseThrow()
                .account();
    }

    Account giver() {
        return side(true);
    }

    Account taker() {
        return side(false);
    }

    Long id() {
        return id;
    }

    String municipality() {
        return municipality;
    }

    long number() {
        return number;
    }

    LocalDate bookedOn() {
        return bookedOn;
    }

    Reason reason() {
        return reason;
    }

    String reference() {
        return reference;
    }

    Money amount() {
        return Money.ofCents(amountCents);
    }

    Optional<TransferId> counters() {
        return Optional.ofNullable(counters).map(TransferId::new);
    }

    List<Posting> postings() {
        return List.copyOf(postings);
    }

    List<Lot> lots() {
        return List.copyOf(lots);
    }

    TransferSummary summary(boolean countered) {
        return new TransferSummary(
                new TransferId(id),
                number,
                bookedOn,
                at,
                giver().key(),
                taker().key(),
                amount(),
                taskField,
                reason,
                reference,
                purpose,
                reservation == null ? null : new ReservationId(reservation),
                counters == null ? null : new TransferId(counters),
                countered,
                isCorrectable() && !countered);
    }
}
