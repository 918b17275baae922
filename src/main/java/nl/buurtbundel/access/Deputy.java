package nl.buurtbundel.access;

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
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.Period;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/**
 * Somebody stands in for somebody who is away, in one office and until a day. Ended, never rewritten: what was signed keeps its
 * ground.
 */
@Entity
class Deputy {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "deputy")
    @SequenceGenerator(name = "deputy", sequenceName = "deputy_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private String municipality;

    @Column(name = "deputy_user")
    private long deputyUser;

    @Column(name = "absent_user")
    private long absentUser;

    @Enumerated(EnumType.STRING)
    @Column(name = "office_role")
    private Role role;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_until")
    private LocalDate validUntil;

    protected Deputy() {}

    /** @throws Refusal unless another member of staff stands in for who has that office, until a day */
    Deputy(User deputy, User absent, Role role, Period validity, LocalDate today) {
        if (!role.canBeStoodInFor()) {
            throw new Refusal("access.error.deputy-office");
        }
        if (deputy.id().equals(absent.id())) {
            throw new Refusal("access.error.deputy-self");
        }
        if (!absent.is(role)) {
            throw new Refusal("access.error.deputy-not-in-office");
        }
        if (!deputy.isStaff() || !deputy.municipality().equals(absent.municipality())) {
            throw new Refusal("access.error.deputy-not-staff");
        }
        LocalDate lastDay = validity.lastDay();
        if (lastDay == null || lastDay.isBefore(today)) {
            throw new Refusal("access.error.deputy-last-day");
        }
        this.municipality = absent.municipality().value();
        this.deputyUser = deputy.id().value();
        this.absentUser = absent.id().value();
        this.role = role;
        this.validFrom = validity.firstDay();
        this.validUntil = lastDay;
    }

    /** From now on shorter, never longer; ended on the day before it began, it never held. */
    void end(LocalDate lastDay, LocalDate today) {
        if (lastDay.isBefore(today.minusDays(1))) {
            throw new Refusal("access.error.deputy-ends-in-past");
        }
        if (lastDay.isAfter(validUntil)) {
            throw new Refusal("access.error.deputy-not-longer");
        }
        if (lastDay.isBefore(validFrom)) {
            throw new Refusal("access.error.deputy-ends-before-start");
        }
        validUntil = lastDay;
    }

    DeputyId id() {
        return new DeputyId(id);
    }

    MunicipalityCode municipality() {
        return new MunicipalityCode(municipality);
    }

    int version() {
        return version;
    }

    /** The power that it gives: none once the absent one has lost it. */
    boolean holdsFor(User absent) {
        return absent.is(role) && absent.municipality().equals(municipality());
    }

    StandIn standIn(User absent) {
        return new StandIn(absent.id(), role, absent.neighbourhoods());
    }

    DeputyLine line(UserAccount deputy, UserAccount absent) {
        return new DeputyLine(
                new DeputyId(id),
                version,
                deputy.user().displayName(),
                absent.user().displayName(),
                role,
                new Period(validFrom, validUntil));
    }
}
