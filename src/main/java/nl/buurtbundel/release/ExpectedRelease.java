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
import java.time.LocalDate;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.initiative.PledgeId;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.provision.PersonId;
import nl.buurtbundel.provision.ProvisionId;
import org.jspecify.annotations.Nullable;

/**
 * One provision on its way from a household’s own help to the plan. Keeps until when it was allocated: once the allocation
 * has been shortened, nothing else remembers. The forecast in euros stands in the budget, and covers nothing.
 */
@Entity
@Table(name = "expected_release")
class ExpectedRelease {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "expected_release")
    @SequenceGenerator(name = "expected_release", sequenceName = "expected_release_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private long initiative;
    private long provision;
    private long person;
    private String neighbourhood;

    /**
     * The yes it stands under. Who was a child in the household then may have come of age or moved since; the yes stays the
     * same.
     */
    private long pledge;

    @Column(name = "allocated_until")
    private @Nullable LocalDate allocatedUntil;

    @Enumerated(EnumType.STRING)
    private ReleaseState state;

    protected ExpectedRelease() {}

    ExpectedRelease(
            InitiativeId initiative,
            ProvisionId provision,
            long person,
            NeighbourhoodCode neighbourhood,
            PledgeId pledge,
            @Nullable LocalDate allocatedUntil) {
        this.initiative = initiative.value();
        this.provision = provision.value();
        this.person = person;
        this.neighbourhood = neighbourhood.value();
        this.pledge = pledge.value();
        this.allocatedUntil = allocatedUntil;
        this.state = ReleaseState.PLANNED;
    }

    void realise() {
        state = ReleaseState.REALISED;
    }

    /** The stop was taken back. Until when it was allocated is kept: the register may have shortened it already. */
    void planAgain() {
        if (state == ReleaseState.REALISED) {
            state = ReleaseState.PLANNED;
        }
    }

    /** The household left before anything came free. */
    void lapse() {
        if (state == ReleaseState.PLANNED) {
            state = ReleaseState.LAPSED;
        }
    }

    /** The household left after it came free. */
    void giveBack() {
        if (state == ReleaseState.REALISED || state == ReleaseState.EXCLUDED) {
            state = ReleaseState.RETURNED;
        }
    }

    /** The person does not take part. That is no way back: nobody asked for one. */
    void exclude() {
        if (state == ReleaseState.REALISED) {
            state = ReleaseState.EXCLUDED;
        }
    }

    /** The person takes part after all. */
    void include() {
        if (state == ReleaseState.EXCLUDED) {
            state = ReleaseState.REALISED;
        }
    }

    /** The help of somebody who does not take part goes on. */
    void stayOwn() {
        if (state == ReleaseState.EXCLUDED) {
            state = ReleaseState.LAPSED;
        }
    }

    /** Another yes of the household; one that holds keeps what it has. */
    void standUnder(PledgeId yes) {
        if (!isPlanned() && !isRealised()) {
            pledge = yes.value();
        }
    }

    /** The household takes part again, and its own help has not come back. */
    void takePartAgain() {
        if (state == ReleaseState.RETURNED) {
            state = ReleaseState.REALISED;
        }
    }

    /** The household takes part again, with the help that it has now. */
    void revive(@Nullable LocalDate until) {
        if (!isPlanned() && !isRealised()) {
            state = ReleaseState.PLANNED;
            allocatedUntil = until;
        }
    }

    /** An allocation without an end frees the rest of the year in which it stops; the next year was never allocated. */
    LocalDate allocatedUntil(LocalDate stoppedOn) {
        return allocatedUntil == null ? FiscalYear.of(stoppedOn).lastDay() : allocatedUntil;
    }

    boolean isPlanned() {
        return state == ReleaseState.PLANNED;
    }

    boolean isRealised() {
        return state == ReleaseState.REALISED;
    }

    /** The own help has stopped for the plan and has not come back. */
    boolean hasStopped() {
        return isRealised() || state == ReleaseState.EXCLUDED;
    }

    PledgeId pledge() {
        return new PledgeId(pledge);
    }

    NeighbourhoodCode neighbourhood() {
        return new NeighbourhoodCode(neighbourhood);
    }

    InitiativeId initiative() {
        return new InitiativeId(initiative);
    }

    ProvisionId provision() {
        return new ProvisionId(provision);
    }

    String provisionReference() {
        return "provision:" + provision;
    }

    PersonId person() {
        return new PersonId(person);
    }

    String subject() {
        return Long.toString(person);
    }
}
