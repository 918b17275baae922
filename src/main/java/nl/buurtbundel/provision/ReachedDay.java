package nl.buurtbundel.provision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/** Through which day the provisions of a municipality have followed what began or ended. */
@Entity
@Table(name = "reached_day")
class ReachedDay {
    @Id
    private String municipality;

    @Column(name = "through_day")
    private LocalDate day;

    protected ReachedDay() {}

    ReachedDay(MunicipalityCode municipality, LocalDate day) {
        this.municipality = municipality.value();
        this.day = day;
    }

    void reaches(LocalDate reached) {
        if (reached.isAfter(day)) {
            day = reached;
        }
    }

    LocalDate day() {
        return day;
    }
}
