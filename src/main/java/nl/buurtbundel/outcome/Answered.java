package nl.buurtbundel.outcome;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import nl.buurtbundel.initiative.PledgeId;

/** That a household answered at one moment, never what. */
@Entity
@Table(name = "plan_answered")
class Answered {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "plan_answered")
    @SequenceGenerator(name = "plan_answered", sequenceName = "plan_answered_seq", allocationSize = 50)
    private Long id;

    private long pledge;

    @Enumerated(EnumType.STRING)
    private OutcomeMoment moment;

    protected Answered() {}

    Answered(PledgeId pledge, OutcomeMoment moment) {
        this.pledge = pledge.value();
        this.moment = moment;
    }
}
