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
import nl.buurtbundel.money.Money;

@Entity
@Table(name = "ledger_reservation_line")
class ReservationLine {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ledger_reservation_line")
    @SequenceGenerator(
            name = "ledger_reservation_line",
            sequenceName = "ledger_reservation_line_seq",
            allocationSize = 50)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "reservation")
    private Reservation reservation;

    private int place;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "from_account")
    private Account from;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "to_account")
    private Account to;

    @Column(name = "amount_cents")
    private long amountCents;

    /** What of it went where it was meant to go: all, a part, or nothing as long as nothing was posted. */
    @Column(name = "posted_cents")
    private long postedCents;

    protected ReservationLine() {}

    ReservationLine(Reservation reservation, int place, Account from, Account to, Money amount) {
        this.reservation = reservation;
        this.place = place;
        this.from = from;
        this.to = to;
        this.amountCents = amount.cents();
    }

    /** Frees what it held, so that this part can be moved at once. */
    void resolve(Money part) {
        from.letGo(amount());
        postedCents = part.cents();
    }

    Account from() {
        return from;
    }

    Account to() {
        return to;
    }

    Money amount() {
        return Money.ofCents(amountCents);
    }

    Money posted() {
        return Money.ofCents(postedCents);
    }
}
