package nl.buurtbundel.initiative;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One thing that happened to a pledge. Holds the number of the adult in the household, never who it is. */
@Entity
@Table(name = "pledge_step")
class PledgeStep {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "pledge_step")
    @SequenceGenerator(name = "pledge_step", sequenceName = "pledge_step_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "pledge")
    private Pledge pledge;

    @Column(name = "step_number")
    private int number;

    private Instant at;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    @Column(name = "adult_number")
    private @Nullable Integer adult;

    @Column(name = "plan_version")
    private @Nullable Integer planVersion;

    @Column(name = "last_day")
    private @Nullable LocalDate lastDay;

    protected PledgeStep() {}

    PledgeStep(
            Pledge pledge,
            int number,
            Instant at,
            Kind kind,
            @Nullable Integer adult,
            @Nullable Integer planVersion,
            @Nullable LocalDate lastDay) {
        this.pledge = pledge;
        this.number = number;
        this.at = at;
        this.kind = kind;
        this.adult = adult;
        this.planVersion = planVersion;
        this.lastDay = lastDay;
    }

    int number() {
        return number;
    }

    Kind kind() {
        return kind;
    }

    @Nullable
    Integer adult() {
        return adult;
    }

    @Nullable
    Integer planVersion() {
        return planVersion;
    }

    @Nullable
    LocalDate lastDay() {
        return lastDay;
    }

    enum Kind {
        SAID_YES,
        CHOSE_AFTER_TRIAL,
        LEAVES,
        LEFT,
        ENDED
    }
}
