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

/**
 * How much of one task field’s money, or of the money of others, is on an account: what its lots of that origin add up to. Kept
 * while money moves, so that where all of an appropriation is now is read from some thousands of rows, however much was moved.
 */
@Entity
@Table(name = "ledger_account_share")
class AccountShare {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ledger_account_share")
    @SequenceGenerator(name = "ledger_account_share", sequenceName = "ledger_account_share_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "account")
    private Account account;

    private String origin;

    @Column(name = "amount_cents")
    private long amountCents;

    protected AccountShare() {}

    AccountShare(Account account, String origin) {
        this.account = account;
        this.origin = origin;
    }

    Account account() {
        return account;
    }

    String origin() {
        return origin;
    }

    void add(Money amount) {
        Money now = Money.ofCents(amountCents).plus(amount);
        if (now.isNegative()) {
            throw new IllegalStateException("account " + account.id() + " has no " + amount + " of " + origin);
        }
        amountCents = now.cents();
    }
}
