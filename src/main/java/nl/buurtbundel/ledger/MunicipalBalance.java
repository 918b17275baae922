package nl.buurtbundel.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/** What the municipality’s own ledger says was spent on initiatives, in a task field, this year until the end of a day. */
@Entity
@Table(name = "municipal_balance")
class MunicipalBalance {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "municipal_balance")
    @SequenceGenerator(name = "municipal_balance", sequenceName = "municipal_balance_seq", allocationSize = 50)
    private Long id;

    private String municipality;

    @Column(name = "on_day")
    private LocalDate onDay;

    @Column(name = "task_field")
    private String taskField;

    @Column(name = "amount_cents")
    private long amountCents;

    @Column(name = "read_by")
    private long readBy;

    @Column(name = "read_on")
    private LocalDate readOn;

    protected MunicipalBalance() {}

    MunicipalBalance(MunicipalityCode municipality, LocalDate day, String taskField) {
        this.municipality = municipality.value();
        this.onDay = day;
        this.taskField = taskField;
    }

    /** The newest file is what the municipality’s ledger says. */
    void says(Money amount, UserId reader, LocalDate today) {
        amountCents = amount.cents();
        readBy = reader.value();
        readOn = today;
    }

    LocalDate day() {
        return onDay;
    }

    String taskField() {
        return taskField;
    }

    Money amount() {
        return Money.ofCents(amountCents);
    }
}
