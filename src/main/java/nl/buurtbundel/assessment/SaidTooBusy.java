package nl.buurtbundel.assessment;

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
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;

/** An office said on a day that it is too busy for a plan. Who said it is kept nowhere but in the audit log. */
@Entity
@Table(name = "said_too_busy")
class SaidTooBusy {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "said_too_busy")
    @SequenceGenerator(name = "said_too_busy", sequenceName = "said_too_busy_seq", allocationSize = 50)
    private Long id;

    private long initiative;
    private String neighbourhood;

    @Enumerated(EnumType.STRING)
    private Role office;

    @Column(name = "said_on")
    private LocalDate saidOn;

    protected SaidTooBusy() {}

    SaidTooBusy(CapacityShort said) {
        this.initiative = said.initiative().value();
        this.neighbourhood = said.neighbourhood().value();
        this.office = said.office();
        this.saidOn = said.on();
    }

    CapacityShort said() {
        return new CapacityShort(new InitiativeId(initiative), new NeighbourhoodCode(neighbourhood), office, saidOn);
    }
}
