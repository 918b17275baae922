package nl.buurtbundel.opportunity;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import nl.buurtbundel.provision.HouseholdId;

/** A need of a household that takes part in a running initiative. Once per household and need: the key of the table says so. */
@Entity
@Table(name = "opportunity_taken_need")
class TakenNeed {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "opportunity_taken_need")
    @SequenceGenerator(
            name = "opportunity_taken_need",
            sequenceName = "opportunity_taken_need_seq",
            allocationSize = 50)
    private Long id;

    private long household;
    private String need;
    private String initiative;

    protected TakenNeed() {}

    TakenNeed(HouseholdId household, String need, String initiative) {
        this.household = household.value();
        this.need = need;
        this.initiative = initiative;
    }

    Long id() {
        return id;
    }

    long household() {
        return household;
    }

    String need() {
        return need;
    }

    String initiative() {
        return initiative;
    }
}
