package nl.buurtbundel.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money that came into an account by one transfer out of one earlier lot. Money leaves an account oldest lot first, so that
 * the origin of every cent is exact: follow the source back until it has none.
 */
@Entity
@Table(name = "ledger_lot")
class Lot {
    /** What others gave leaves an account first, as it can be used for nothing else; then the oldest. */
    static final Comparator<String> ORIGINS_IN_ORDER_OF_USE =
            Comparator.comparing(origin -> !origin.equals(Origin.OF_OTHERS));

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ledger_lot")
    @SequenceGenerator(name = "ledger_lot", sequenceName = "ledger_lot_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "account")
    private Account account;

    /** To order by: only with the first column of an index does H2 read in its order and stop in time. */
    @Column(name = "account", insertable = false, updatable = false)
    private Long inAccount;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "transfer")
    private Transfer transfer;

    private long number;
    private int place;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "source")
    private @Nullable Lot source;

    /** The task field whose appropriation this money began in, or {@link Origin#OF_OTHERS}. */
    private String origin;

    @Column(name = "amount_cents")
    private long amountCents;

    @Column(name = "remaining_cents")
    private long remainingCents;

    protected Lot() {}

    Lot(Account account, Transfer transfer, int place, @Nullable Lot source, Money amount) {
        this.account = account;
        this.transfer = transfer;
        this.number = transfer.number();
        this.place = place;
        this.source = source;
        this.origin = source == null ? beginning(account.key()) : source.origin;
        this.amountCents = amount.cents();
        this.remainingCents = amount.cents();
    }

    private static String beginning(AccountKey account) {
        return account.kind() == AccountKind.CONTRIBUTED ? Origin.OF_OTHERS : account.taskField();
    }

    boolean isOfOthers() {
        return origin.equals(Origin.OF_OTHERS);
    }

    /** Takes what it can of the wanted amount, and says how much that is. */
    Money consume(Money wanted) {
        Money taken = wanted.min(remaining());
        remainingCents = remaining().minus(taken).cents();
        return taken;
    }

    /** Undoes the transfer that made this lot: the money is in the earlier lot again, as before. */
    void giveBack() {
        if (!isWhole()) {
            throw new IllegalStateException("lot " + id + " is used");
        }
        if (source != null) {
            source.takeBack(amount());
        }
        remainingCents = 0;
    }

    private void takeBack(Money amount) {
        Money restored = remaining().plus(amount);
        if (restored.compareTo(amount()) > 0) {
            throw new IllegalStateException("lot " + id + " would hold more than came in");
        }
        remainingCents = restored.cents();
        account.unusedAgain(number);
    }

    boolean isWhole() {
        return remainingCents == amountCents;
    }

    Long id() {
        return id;
    }

    Account account() {
        return account;
    }

    Transfer transfer() {
        return transfer;
    }

    /** @param oldestFirst the lots of one account */
    static List<Lot> inOrderOfUse(List<Lot> oldestFirst) {
        return oldestFirst.stream()
                .sorted(Comparator.comparing(Lot::origin, ORIGINS_IN_ORDER_OF_USE))
                .toList();
    }

    /**
     * The number before which no lot of the account has anything left.
     *
     * @param read lots of one account, some of them just used: all that others gave, and of the rest the oldest
     */
    static long firstUnused(List<Lot> read) {
        // what was not read is newer than what was read of its own money
        LongStream bounds = LongStream.concat(
                read.stream().filter(lot -> lot.remaining().isPositive()).mapToLong(lot -> lot.number),
                read.stream().filter(lot -> !lot.isOfOthers()).mapToLong(lot -> lot.number).max().stream());
        return bounds.min()
                .orElseGet(
                        () -> read.stream().mapToLong(lot -> lot.number).max().orElse(0));
    }

    String origin() {
        return origin;
    }

    long number() {
        return number;
    }

    int place() {
        return place;
    }

    Optional<Lot> source() {
        return Optional.ofNullable(source);
    }

    Money amount() {
        return Money.ofCents(amountCents);
    }

    Money remaining() {
        return Money.ofCents(remainingCents);
    }
}
