package nl.buurtbundel.budget;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;

/** Money that came free for certain and is not in the pooled budget yet. It covers nothing; it is gone once it is posted. */
@Entity
@Table(name = "waiting_release")
class WaitingRelease {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "waiting_release")
    @SequenceGenerator(name = "waiting_release", sequenceName = "waiting_release_seq", allocationSize = 50)
    private Long id;

    @Column(name = "release_key")
    private String key;

    private String reference;
    private String provision;
    private String neighbourhood;

    @Column(name = "task_field")
    private String taskField;

    @Column(name = "fiscal_year")
    private int fiscalYear;

    @Column(name = "amount_cents")
    private long amountCents;

    @Column(name = "awaited_on")
    private LocalDate awaitedOn;

    protected WaitingRelease() {}

    WaitingRelease(
            String key,
            String reference,
            NeighbourhoodCode neighbourhood,
            FiscalYear year,
            String taskField,
            Money amount,
            String provision,
            LocalDate today) {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("nothing waits: " + key);
        }
        this.key = key;
        this.reference = reference;
        this.neighbourhood = neighbourhood.value();
        this.fiscalYear = year.year();
        this.taskField = taskField;
        this.amountCents = amount.cents();
        this.provision = provision;
        this.awaitedOn = today;
    }

    /** The day from which it could have been used. */
    LocalDate since() {
        LocalDate begins = year().firstDay();
        return begins.isAfter(awaitedOn) ? begins : awaitedOn;
    }

    FiscalYear year() {
        return new FiscalYear(fiscalYear);
    }

    String taskField() {
        return taskField;
    }

    String provision() {
        return provision;
    }

    Money amount() {
        return Money.ofCents(amountCents);
    }
}
