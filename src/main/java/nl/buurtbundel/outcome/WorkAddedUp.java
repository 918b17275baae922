package nl.buurtbundel.outcome;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/** Through which day the work of a municipality was added up. */
@Entity
@Table(name = "work_added_up")
class WorkAddedUp {
    @Id
    private String municipality;

    @Version
    private int version;

    @Column(name = "through_day")
    private LocalDate through;

    protected WorkAddedUp() {}

    WorkAddedUp(MunicipalityCode municipality, LocalDate through) {
        this.municipality = municipality.value();
        this.through = through;
    }

    LocalDate through() {
        return through;
    }

    void reached(LocalDate day) {
        through = day;
    }
}
