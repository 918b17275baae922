package nl.buurtbundel.provision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** A start or stop that came before its allocation, and waits for it. */
@Entity
@Table(name = "waiting_report")
class WaitingReport {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "waiting_report")
    @SequenceGenerator(name = "waiting_report", sequenceName = "waiting_report_seq", allocationSize = 50)
    private Long id;

    private String municipality;

    @Enumerated(EnumType.STRING)
    private Law law;

    private String number;
    private String provider;
    private String pseudonym;

    @Column(name = "happened_on")
    private LocalDate happenedOn;

    @Column(name = "stop_reason")
    private @Nullable String stopReason;

    @Column(name = "reported_on")
    private LocalDate reportedOn;

    private boolean removed;

    protected WaitingReport() {}

    WaitingReport(MunicipalityCode municipality, String pseudonym, StartCommand start) {
        this.municipality = municipality.value();
        this.law = start.number().law();
        this.number = start.number().value();
        this.provider = start.provider().value();
        this.pseudonym = pseudonym;
        this.happenedOn = start.startedOn();
        this.reportedOn = start.reportedOn();
        this.removed = start.removed();
    }

    WaitingReport(MunicipalityCode municipality, String pseudonym, StopCommand stop) {
        this.municipality = municipality.value();
        this.law = stop.number().law();
        this.number = stop.number().value();
        this.provider = stop.provider().value();
        this.pseudonym = pseudonym;
        this.happenedOn = stop.endedOn();
        this.stopReason = stop.reason();
        this.reportedOn = stop.reportedOn();
        this.removed = stop.removed();
    }

    AllocationNumber number() {
        return new AllocationNumber(law, AllocationNumber.Source.MESSAGE, number);
    }

    String pseudonym() {
        return pseudonym;
    }

    ProviderCode provider() {
        return new ProviderCode(provider);
    }

    /** What waited, as it came; the BSN is that of the allocation, once the pseudonym has shown it to be the same. */
    ReportCommand command(Bsn bsn) {
        return stopReason == null
                ? new StartCommand(number(), provider(), bsn, happenedOn, reportedOn, removed)
                : new StopCommand(number(), provider(), bsn, happenedOn, stopReason, reportedOn, removed);
    }
}
