package nl.buurtbundel.budget;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.ledger.Fingerprint;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/** A year in which nobody books any more, with the fingerprint of all that was booked in it. */
@Entity
@Table(name = "year_closing")
class YearClosing {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "year_closing")
    @SequenceGenerator(name = "year_closing", sequenceName = "year_closing_seq", allocationSize = 50)
    private Long id;

    private String municipality;

    @Column(name = "fiscal_year")
    private int fiscalYear;

    @Column(name = "closed_by")
    private long closedBy;

    @Column(name = "closed_on")
    private LocalDate closedOn;

    private long transfers;
    private String fingerprint;

    protected YearClosing() {}

    YearClosing(MunicipalityCode municipality, FiscalYear year, UserId by, LocalDate today, Fingerprint fingerprint) {
        this.municipality = municipality.value();
        this.fiscalYear = year.year();
        this.closedBy = by.value();
        this.closedOn = today;
        this.transfers = fingerprint.transfers();
        this.fingerprint = fingerprint.hash();
    }

    Long id() {
        return id;
    }

    YearEnd.Closed summary() {
        return new YearEnd.Closed(closedOn, new Fingerprint(transfers, fingerprint));
    }
}
