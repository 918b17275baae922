package nl.buurtbundel.signal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/** A plan in which it chafed, and that can go on now that the rule changed. Its team takes it up. */
@Entity
@Table(name = "case_to_repair")
class CaseToRepair {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_to_repair")
    @SequenceGenerator(name = "case_to_repair", sequenceName = "case_to_repair_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    @Column(name = "structural_change")
    private long change;

    private long pattern;
    private long initiative;
    private String neighbourhood;

    @Column(name = "offered_on")
    private LocalDate offeredOn;

    @Column(name = "taken_up_on")
    private @Nullable LocalDate takenUpOn;

    @Column(name = "taken_up_by")
    private @Nullable Long takenUpBy;

    protected CaseToRepair() {}

    CaseToRepair(long change, PatternId pattern, long initiative, NeighbourhoodCode neighbourhood, LocalDate today) {
        this.change = change;
        this.pattern = pattern.value();
        this.initiative = initiative;
        this.neighbourhood = neighbourhood.value();
        this.offeredOn = today;
    }

    void takeUp(UserId by, LocalDate today) {
        if (takenUpOn != null) {
            throw new Refusal("signal.error.taken-up");
        }
        takenUpBy = by.value();
        takenUpOn = today;
    }

    NeighbourhoodCode neighbourhood() {
        return new NeighbourhoodCode(neighbourhood);
    }

    long initiative() {
        return initiative;
    }

    long pattern() {
        return pattern;
    }

    Long id() {
        return id;
    }

    int version() {
        return version;
    }

    boolean isTakenUp() {
        return takenUpOn != null;
    }

    long change() {
        return change;
    }
}
