package nl.buurtbundel.ledger;

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
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.Money;

/**
 * An account with what is on it and what of that is held. What is left, the available amount, never falls below zero on a
 * guarded account: the rule is here, the version guards it against another writer, and the database checks it once more.
 */
@Entity
@Table(name = "ledger_account")
class Account {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "ledger_account")
    @SequenceGenerator(name = "ledger_account", sequenceName = "ledger_account_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private String municipality;

    @Column(name = "fiscal_year")
    private int fiscalYear;

    @Enumerated(EnumType.STRING)
    private AccountKind kind;

    private String reference;

    @Column(name = "task_field")
    private String taskField;

    private String neighbourhood;
    private boolean guarded;

    @Column(name = "balance_cents")
    private long balanceCents;

    @Column(name = "held_cents")
    private long heldCents;

    /** No lot before this number has anything left, so that a transfer does not pass over all that was used up. */
    @Column(name = "unused_from")
    private long unusedFrom;

    protected Account() {}

    Account(AccountKey key) {
        municipality = key.municipality().value();
        fiscalYear = key.year().year();
        kind = key.kind();
        reference = key.reference();
        taskField = key.taskField();
        neighbourhood = key.neighbourhoodOrNone();
        guarded = kind.isGuarded();
    }

    Long id() {
        return id;
    }

    AccountKey key() {
        return AccountKey.ofRow(municipality, fiscalYear, kind, reference, taskField, neighbourhood);
    }

    /** Where money begins: it has no earlier origin. */
    boolean isSource() {
        return !kind.isGuarded();
    }

    Money balance() {
        return Money.ofCents(balanceCents);
    }

    Money held() {
        return Money.ofCents(heldCents);
    }

    Money available() {
        return balance().minus(held());
    }

    void take(Money amount) {
        requireAvailable(amount);
        balanceCents = balance().minus(amount).cents();
    }

    void receive(Money amount) {
        requirePositive(amount);
        Money after = balance().plus(amount);
        if (kind == AccountKind.CONTRIBUTOR && after.isPositive()) {
            throw new IllegalStateException("account " + id + " would get back more than it gave");
        }
        balanceCents = after.cents();
    }

    void hold(Money amount) {
        requireAvailable(amount);
        heldCents = held().plus(amount).cents();
    }

    void letGo(Money amount) {
        requirePositive(amount);
        if (amount.compareTo(held()) > 0) {
            throw new IllegalStateException("account " + id + " holds " + held() + ", not " + amount);
        }
        heldCents = held().minus(amount).cents();
    }

    long unusedFrom() {
        return unusedFrom;
    }

    void usedUpBefore(long number) {
        unusedFrom = Math.max(unusedFrom, number);
    }

    /** A lot of this number has something left again. */
    void unusedAgain(long number) {
        unusedFrom = Math.min(unusedFrom, number);
    }

    AccountSummary summary() {
        return new AccountSummary(new AccountId(id), key(), balance(), held(), available());
    }

    private void requireAvailable(Money amount) {
        requirePositive(amount);
        if (guarded && amount.compareTo(available()) > 0) {
            throw new Refusal("ledger.error.insufficient", available().inEuros(), amount.inEuros());
        }
    }

    private static void requirePositive(Money amount) {
        if (!amount.isPositive()) {
            throw new Refusal("ledger.error.not-positive", amount.inEuros());
        }
    }
}
