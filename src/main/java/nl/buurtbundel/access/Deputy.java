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
import nl.buurtbundel.foundation.LineEnd;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.Period;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import org.jspecify.annotations.Nullable;

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

    @Column(name = "withdrawn_on")
    private @Nullable LocalDate withdrawnOn;

    protected Deputy() {}

    /** @throws Refusal unless another member of staff, who is no controller, stands in for who has that office, until a day */
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
        if (deputy.is(Role.CONTROLLER)) {
            throw new Refusal("access.error.deputy-controller");
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

    /** Entered by mistake: it holds no longer, from this moment on. Once its first day is over it is ended instead. */
    void withdraw(LocalDate today) {
        requireStanding();
        if (today.isAfter(validFrom)) {
            throw new Refusal("access.error.deputy-begun");
        }
        withdrawnOn = today;
    }

    private void requireStanding() {
        if (withdrawnOn != null) {
            throw new Refusal("access.error.deputy-withdrawn");
        }
    }

    /** From now on shorter, never longer. */
    void end(LocalDate lastDay, LocalDate today) {
        requireStanding();
        validUntil = LineEnd.of(validity(), lastDay, today);
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

    /** The power that it gives: none once the absent one has lost it, or who stands in has become controller and only checks. */
    boolean holds(User deputy, User absent) {
        return withdrawnOn == null
                && absent.is(role)
                && !deputy.is(Role.CONTROLLER)
                && absent.municipality().equals(municipality())
                && deputy.municipality().equals(municipality());
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
                validity(),
                withdrawnOn);
    }

    private Period validity() {
        return new Period(validFrom, validUntil);
    }
}
