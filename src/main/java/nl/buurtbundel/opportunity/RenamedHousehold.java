package nl.buurtbundel.opportunity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.YearMonth;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.provision.HouseholdsRegrouped;

/** A household that goes by another number since a month: nobody is left under the first. */
@Entity
@Table(name = "opportunity_renamed_household")
class RenamedHousehold {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "opportunity_renamed_household")
    @SequenceGenerator(
            name = "opportunity_renamed_household",
            sequenceName = "opportunity_renamed_household_seq",
            allocationSize = 50)
    private Long id;

    private String municipality;

    @Column(name = "renamed_month")
    private String renamedMonth;

    @Column(name = "household_from")
    private long from;

    @Column(name = "household_to")
    private long to;

    protected RenamedHousehold() {}

    RenamedHousehold(MunicipalityCode municipality, YearMonth month, HouseholdsRegrouped.Move move) {
        this.municipality = municipality.value();
        this.renamedMonth = month.toString();
        this.from = move.from().value();
        this.to = move.to().value();
    }

    long from() {
        return from;
    }

    long to() {
        return to;
    }
}
