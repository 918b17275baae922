package nl.buurtbundel.opportunity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.YearMonth;
import nl.buurtbundel.foundation.RecordDocument;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/** What one municipality published for one month: only what may be seen, so that nothing hidden lies in this table. */
@Entity
@Table(name = "opportunity_snapshot")
class OpportunitySnapshot {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "opportunity_snapshot")
    @SequenceGenerator(name = "opportunity_snapshot", sequenceName = "opportunity_snapshot_seq", allocationSize = 50)
    private Long id;

    private String municipality;

    @Column(name = "taken_month")
    private String takenMonth;

    private String document;

    protected OpportunitySnapshot() {}

    OpportunitySnapshot(MunicipalityCode municipality, YearMonth month, PublishedTable table) {
        this.municipality = municipality.value();
        this.takenMonth = month.toString();
        this.document = RecordDocument.write(table);
    }

    PublishedTable table() {
        return RecordDocument.read(PublishedTable.class, document);
    }
}
