package nl.buurtbundel.spending;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/** A bank statement that was read: kept so that it is read once. */
@Entity
@Table(name = "bank_statement")
class BankStatement {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "bank_statement")
    @SequenceGenerator(name = "bank_statement", sequenceName = "bank_statement_seq", allocationSize = 50)
    private Long id;

    private String municipality;
    private String identity;
    private String content;
    private int entries;

    @Column(name = "read_by")
    private long readBy;

    @Column(name = "read_on")
    private LocalDate readOn;

    protected BankStatement() {}

    BankStatement(MunicipalityCode municipality, ReadStatement read, UserId by, LocalDate today) {
        this.municipality = municipality.value();
        this.identity = read.identity();
        this.content = read.content();
        this.entries = read.entries().size();
        this.readBy = by.value();
        this.readOn = today;
    }

    long id() {
        return id;
    }

    boolean isSame(ReadStatement again) {
        return content.equals(again.content());
    }
}
