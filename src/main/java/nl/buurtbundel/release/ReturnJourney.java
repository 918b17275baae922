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
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/** One person on the way back. The promise is the plan’s as it stood on the day of asking. */
@Entity
@Table(name = "way_back")
class ReturnJourney {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "way_back")
    @SequenceGenerator(name = "way_back", sequenceName = "way_back_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private long initiative;
    private String neighbourhood;
    private String subject;
    private String bridge;

    @Column(name = "same_provider")
    private boolean sameProvider;

    @Enumerated(EnumType.STRING)
    private WayBackStep step;

    @Column(name = "asked_on")
    private LocalDate askedOn;

    /** With notice this is before the last day of taking part, from which the way back counts. */
    @Column(name = "opened_on")
    private LocalDate openedOn;

    @Column(name = "due_on")
    private LocalDate dueOn;

    /** The plan ended; whoever goes back did not ask. */
    @Column(name = "plan_ended")
    private boolean planEnded;

    @Column(name = "bridged_on")
    private @Nullable LocalDate bridgedOn;

    @Column(name = "allocated_on")
    private @Nullable LocalDate allocatedOn;

    @Column(name = "back_on")
    private @Nullable LocalDate backOn;

    protected ReturnJourney() {}

    /**
     * @param workingDays the most working days that the plan promised
     * @param bridge who helps in the days between
     */
    ReturnJourney(
            long initiative,
            NeighbourhoodCode neighbourhood,
            String subject,
            int workingDays,
            String bridge,
            boolean sameProvider,
            LocalDate askedOn,
            LocalDate openedOn,
            boolean planEnded) {
        this.initiative = initiative;
        this.neighbourhood = neighbourhood.value();
        this.subject = subject;
        this.bridge = bridge;
        this.sameProvider = sameProvider;
        this.step = WayBackStep.ASKED;
        this.askedOn = askedOn;
        this.openedOn = openedOn;
        this.planEnded = planEnded;
        this.dueOn = WorkingDays.after(askedOn, workingDays);
    }

    /** The next step was taken. Bridging may be skipped when the own help is there at once; nothing else may. */
    void take(WayBackStep taken, LocalDate today) {
        boolean next = step.next().filter(taken::equals).isPresent();
        boolean withoutBridge = step == WayBackStep.ASKED && taken == WayBackStep.ALLOCATED;
        if (!next && !withoutBridge) {
            throw new Refusal("release.error.step-order");
        }
        switch (taken) {
            case BRIDGED -> bridgedOn = today;
            case ALLOCATED -> allocatedOn = today;
            case BACK -> backOn = today;
            case ASKED -> throw new Refusal("release.error.step-order");
        }
        step = taken;
    }

    long initiative() {
        return initiative;
    }

    String subject() {
        return subject;
    }

    NeighbourhoodCode neighbourhood() {
        return new NeighbourhoodCode(neighbourhood);
    }

    int version() {
        return version;
    }

    /** From this day on, help that is given may be the own help that comes back. */
    LocalDate openedOn() {
        return openedOn;
    }

    boolean isBack() {
        return step == WayBackStep.BACK;
    }

    WayBackView on(LocalDate today) {
        return new WayBackView(
                new WayBackId(id),
                version,
                initiative,
                neighbourhood(),
                subject,
                bridge,
                sameProvider,
                step,
                askedOn,
                planEnded,
                dueOn,
                !isBack() && today.isAfter(dueOn),
                WorkingDays.between(today, dueOn),
                bridgedOn,
                allocatedOn,
                backOn);
    }
}
