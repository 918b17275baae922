package nl.buurtbundel.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/** The table of its kind that was taken last, as a digest. */
@Entity
@Table(name = "received_table")
class ReceivedTable {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "received_table")
    @SequenceGenerator(name = "received_table", sequenceName = "received_table_seq", allocationSize = 50)
    private Long id;

    private String municipality;

    @Enumerated(EnumType.STRING)
    private FileKind kind;

    private String digest;

    @Column(name = "import_run")
    private long importRun;

    protected ReceivedTable() {}

    ReceivedTable(MunicipalityCode municipality, FileKind kind, String digest, ImportId run) {
        this.municipality = municipality.value();
        this.kind = kind;
        this.digest = digest;
        this.importRun = run.value();
    }
}
