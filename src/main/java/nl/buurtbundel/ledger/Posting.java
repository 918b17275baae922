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
import java.time.LocalDate;
import nl.buurtbundel.money.Money;

/** One side of a transfer: what one account gains (above zero) or gives (below zero). Never changed, never removed. */
@Entity
@Table(name = "ledger_posting")
class Posting {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ledger_posting")
    @SequenceGenerator(name = "ledger_posting", sequenceName = "ledger_posting_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "transfer")
    private Transfer transfer;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "account")
    private Account account;

    /** Repeats the date of the transfer, so that a balance at a date is read from this table alone. */
    @Column(name = "booked_on")
    private LocalDate bookedOn;

    /** Repeats the number of the transfer, so that postings are read in the order of the book. */
    private long number;

    @Column(name = "amount_cents")
    private long amountCents;

    /** So that the balance at any date is one row. */
    @Column(name = "balance_after_cents")
    private long balanceAfterCents;

    protected Posting() {}

    /** @param account after the amount went out or came in */
    Posting(Transfer transfer, Account account, LocalDate bookedOn, Money amount) {
        this.transfer = transfer;
        this.account = account;
        this.bookedOn = bookedOn;
        this.number = transfer.number();
        this.amountCents = amount.cents();
        this.balanceAfterCents = account.balance().cents();
    }

    Transfer transfer() {
        return transfer;
    }

    Account account() {
        return account;
    }

    Money amount() {
        return Money.ofCents(amountCents);
    }

    Money balanceAfter() {
        return Money.ofCents(balanceAfterCents);
    }
}
