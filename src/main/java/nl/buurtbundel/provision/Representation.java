package nl.buurtbundel.provision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.time.LocalDate;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.OneTimeCode;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/**
 * Somebody may see the file of another, on a ground and until a day, as the team recorded it. The first who comes with the code is
 * that somebody, and nobody else after that.
 */
@Entity
class Representation {
    private static final int DAYS_TO_OPEN = 7;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "representation")
    @SequenceGenerator(name = "representation", sequenceName = "representation_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private String municipality;
    private long person;

    @Enumerated(EnumType.STRING)
    private RepresentationGround ground;

    @Column(name = "last_day")
    private @Nullable LocalDate lastDay;

    @Column(name = "code_hash")
    private String codeHash;

    @Column(name = "made_on")
    private LocalDate madeOn;

    private @Nullable Long representative;

    @Column(name = "opened_on")
    private @Nullable LocalDate openedOn;

    @Column(name = "ended_on")
    private @Nullable LocalDate endedOn;

    protected Representation() {}

    /** @throws Refusal of a child by another than a parent or guardian, of anybody else by those, and without the day it needs */
    Representation(
            MunicipalityCode municipality,
            HouseholdMember whom,
            RepresentationGround ground,
            @Nullable LocalDate lastDay,
            OneTimeCode code,
            LocalDate today) {
        if (ground.isOfChild() != whom.isSeenByParents(today)) {
            throw new Refusal(ground.isOfChild() ? "provision.error.no-child" : "provision.error.child");
        }
        if (lastDay == null && !ground.isOfChild()) {
            throw new Refusal("provision.error.no-last-day");
        }
        if (lastDay != null && lastDay.isBefore(today)) {
            throw new Refusal("provision.error.last-day-past");
        }
        this.municipality = municipality.value();
        this.person = whom.person().value();
        this.ground = ground;
        this.lastDay = lastDay;
        this.codeHash = code.hash();
        this.madeOn = today;
    }

    /**
     * By the one who was handed the code. Again by the same one changes nothing.
     *
     * @param bound the person whom that account is bound to
     */
    void open(UserId who, @Nullable PersonId bound, HouseholdMember whom, LocalDate today) {
        if (person().equals(bound)) {
            throw new Refusal("provision.error.own-representation");
        }
        if (isOver(whom, today) || representative != null && representative != who.value()) {
            throw new Refusal("provision.error.representation-code");
        }
        if (representative == null) {
            representative = who.value();
            openedOn = today;
        }
    }

    boolean isSeenBy(UserId who, HouseholdMember whom, LocalDate today) {
        return representative != null && representative == who.value() && !isOver(whom, today);
    }

    boolean isOver(HouseholdMember whom, LocalDate today) {
        boolean late = representative == null && today.isAfter(madeOn.plusDays(DAYS_TO_OPEN - 1L));
        boolean past = lastDay != null && today.isAfter(lastDay);
        boolean grownUp = ground.isOfChild() && !whom.isSeenByParents(today);
        return endedOn != null || late || past || grownUp;
    }

    /** At once, by the team. */
    void end(LocalDate today) {
        if (endedOn == null) {
            endedOn = today;
        }
    }

    /** By who gave it, or by who may look and no longer wants to. */
    void stop(UserId who, @Nullable PersonId bound, LocalDate today) {
        boolean given = ground == RepresentationGround.AUTHORISED && person().equals(bound);
        if (!given && (representative == null || representative != who.value())) {
            throw new NotFound();
        }
        end(today);
    }

    RepresentationId id() {
        return new RepresentationId(id);
    }

    PersonId person() {
        return new PersonId(person);
    }

    RepresentationGround ground() {
        return ground;
    }

    RepresentationSummary summary() {
        return new RepresentationSummary(id(), ground, lastDay, representative != null);
    }
}
