package nl.buurtbundel.opportunity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.YearMonth;
import java.util.Map;
import nl.buurtbundel.foundation.RecordDocument;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/**
 * What one municipality published for one month, and who stood behind what was published anew. The second is for comparing the
 * next months with only, and is forgotten after a year.
 */
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
    private String behind;

    protected OpportunitySnapshot() {}

    OpportunitySnapshot(
            MunicipalityCode municipality, YearMonth month, PublishedTable table, Map<CellName, Behind> behind) {
        this.municipality = municipality.value();
        this.takenMonth = month.toString();
        this.document = RecordDocument.write(table);
        this.behind = RecordDocument.write(BehindDocument.of(behind));
    }

    YearMonth month() {
        return YearMonth.parse(takenMonth);
    }

    PublishedMonth published() {
        return new PublishedMonth(month(), table());
    }

    Map<CellName, Behind> behind() {
        return RecordDocument.read(BehindDocument.class, behind).read();
    }

    /** Who stands behind what it showed, with what was published before it. */
    void keep(Map<CellName, Behind> shown) {
        behind = RecordDocument.write(BehindDocument.of(shown));
    }

    void forgetBehind() {
        behind = RecordDocument.write(BehindDocument.FORGOTTEN);
    }

    PublishedTable table() {
        return RecordDocument.read(PublishedTable.class, document);
    }
}
