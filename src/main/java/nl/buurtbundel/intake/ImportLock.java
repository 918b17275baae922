package nl.buurtbundel.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/** There is at most one row for a municipality, so that two imports never run through each other, in whatever process. */
@Entity
@Table(name = "import_lock")
class ImportLock {
    @Id
    private String municipality;

    @Column(name = "import_run")
    private long importRun;

    protected ImportLock() {}

    ImportLock(MunicipalityCode municipality, ImportId run) {
        this.municipality = municipality.value();
        this.importRun = run.value();
    }

    long importRun() {
        return importRun;
    }
}
