package nl.buurtbundel.opportunity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.HashMap;
import java.util.Map;
import nl.buurtbundel.foundation.RecordDocument;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/**
 * What one municipality published in a month about where the money sits. Who stood behind it is for comparing the next month with
 * only: the newest knows it.
 */
@Entity
@Table(name = "money_spread_snapshot")
class MoneySpreadSnapshot {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "money_spread_snapshot")
    @SequenceGenerator(name = "money_spread_snapshot", sequenceName = "money_spread_snapshot_seq", allocationSize = 50)
    private Long id;

    private String municipality;

    @Column(name = "taken_month")
    private String takenMonth;

    private String document;
    private String behind;

    protected MoneySpreadSnapshot() {}

    MoneySpreadSnapshot(MunicipalityCode municipality, SpreadPublication publication) {
        this.municipality = municipality.value();
        this.takenMonth = publication.spread().month().toString();
        this.document = RecordDocument.write(publication.spread());
        this.behind = RecordDocument.write(BehindDocument.of(publication.behind()));
    }

    MoneySpread spread() {
        return RecordDocument.read(MoneySpread.class, document);
    }

    /** @param renamed by the number of a household then: its number now, if that is another */
    SpreadPublication publication(Map<Long, Long> renamed) {
        Map<CellName, Behind> known = new HashMap<>();
        RecordDocument.read(BehindDocument.class, behind)
                .read()
                .forEach((name, one) -> known.put(name, one.renamed(renamed)));
        return new SpreadPublication(spread(), known);
    }

    void forgetBehind() {
        behind = RecordDocument.write(BehindDocument.FORGOTTEN);
    }
}
