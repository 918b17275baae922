package nl.buurtbundel.household;

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
import nl.buurtbundel.foundation.RecordDocument;

/** The one plan of a resident: only that resident reads, changes and removes it. */
@Entity
@Table(name = "breakthrough_plan")
class KeptBreakthrough {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "breakthrough_plan")
    @SequenceGenerator(name = "breakthrough_plan", sequenceName = "breakthrough_plan_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private long owner;
    private String document;

    @Column(name = "changed_on")
    private LocalDate changedOn;

    protected KeptBreakthrough() {}

    KeptBreakthrough(UserId owner, BreakthroughPlan plan, LocalDate today) {
        this.owner = owner.value();
        write(plan, today);
    }

    final void write(BreakthroughPlan plan, LocalDate today) {
        document = RecordDocument.write(plan);
        changedOn = today;
    }

    OwnBreakthrough own() {
        return new OwnBreakthrough(version, RecordDocument.read(BreakthroughPlan.class, document), changedOn);
    }

    long id() {
        return id;
    }

    int version() {
        return version;
    }
}
