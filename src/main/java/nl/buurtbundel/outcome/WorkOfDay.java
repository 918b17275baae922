package nl.buurtbundel.outcome;

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
import nl.buurtbundel.access.Role;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** How long a step on a plan took one office on one day. */
@Entity
@Table(name = "work_of_day")
class WorkOfDay {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "work_of_day")
    @SequenceGenerator(name = "work_of_day", sequenceName = "work_of_day_seq", allocationSize = 50)
    private Long id;

    private String municipality;

    @Column(name = "worked_on")
    private LocalDate workedOn;

    private @Nullable Long initiative;

    @Enumerated(EnumType.STRING)
    private WorkStep step;

    @Enumerated(EnumType.STRING)
    private Role office;

    private long seconds;
    private int hands;

    protected WorkOfDay() {}

    WorkOfDay(MunicipalityCode municipality, LocalDate workedOn, Worked worked) {
        this.municipality = municipality.value();
        this.workedOn = workedOn;
        this.initiative = worked.plan();
        this.step = worked.step();
        this.office = worked.office();
        this.seconds = worked.seconds();
        this.hands = worked.hands();
    }

    Worked worked() {
        return new Worked(initiative, step, office, seconds, hands);
    }
}
