package nl.buurtbundel.catalogue;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import nl.buurtbundel.foundation.RecordDocument;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/** One version of one alternative. Never changed: an edit makes the next one, and the key keeps two edits from both being it. */
@Entity
@Table(name = "catalogue_version")
class CatalogueVersion {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "catalogue_version")
    @SequenceGenerator(name = "catalogue_version", sequenceName = "catalogue_version_seq", allocationSize = 50)
    private Long id;

    private String municipality;
    private String alternative;
    private int number;
    private Instant since;

    @Column(name = "document")
    private String document;

    protected CatalogueVersion() {}

    CatalogueVersion(MunicipalityCode municipality, CollectiveAlternative alternative, int number, Instant since) {
        this.municipality = municipality.value();
        this.alternative = alternative.id();
        this.number = number;
        this.since = since.truncatedTo(ChronoUnit.MICROS);
        this.document = RecordDocument.write(alternative);
    }

    int number() {
        return number;
    }

    CatalogueVersion next(CollectiveAlternative changed, Instant at) {
        return new CatalogueVersion(new MunicipalityCode(municipality), changed, number + 1, at);
    }

    CatalogueItem item() {
        return new CatalogueItem(RecordDocument.read(CollectiveAlternative.class, document), number, since);
    }
}
