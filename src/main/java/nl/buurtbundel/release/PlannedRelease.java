package nl.buurtbundel.release;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;

/** What is expected to come free of one provision in one year. It never covers a posting. */
@Entity
@Table(name = "planned_release")
class PlannedRelease {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "planned_release")
    @SequenceGenerator(name = "planned_release", sequenceName = "planned_release_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private long initiative;
    private long provision;
    private long person;
    private String neighbourhood;

    @Column(name = "task_field")
    private String taskField;

    @Column(name = "fiscal_year")
    private int fiscalYear;

    @Column(name = "amount_cents")
    private long amountCents;

    @Enumerated(EnumType.STRING)
    private ReleaseState state;

    protected PlannedRelease() {}

    PlannedRelease(
            long initiative,
            long provision,
            long person,
            NeighbourhoodCode neighbourhood,
            String taskField,
            FiscalYear year,
            Money amount) {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("nothing to expect from provision " + provision);
        }
        this.initiative = initiative;
        this.provision = provision;
        this.person = person;
        this.neighbourhood = neighbourhood.value();
        this.taskField = taskField;
        this.fiscalYear = year.year();
        this.amountCents = amount.cents();
        this.state = ReleaseState.PLANNED;
    }

    /** The provider stopped it: from here on only the realised amount counts. */
    void realise() {
        state = ReleaseState.REALISED;
    }

    void lapse() {
        if (state == ReleaseState.PLANNED) {
            state = ReleaseState.LAPSED;
        }
    }

    /** The household takes part again. */
    void revive(Money amount) {
        if (state == ReleaseState.LAPSED) {
            state = ReleaseState.PLANNED;
            amountCents = amount.cents();
        }
    }

    long initiative() {
        return initiative;
    }

    FiscalYear year() {
        return new FiscalYear(fiscalYear);
    }

    String taskField() {
        return taskField;
    }

    Money amount() {
        return Money.ofCents(amountCents);
    }

    ReleaseState state() {
        return state;
    }
}
