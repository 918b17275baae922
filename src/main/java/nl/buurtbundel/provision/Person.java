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
import java.time.LocalDateTime;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** Somebody with a provision or in a registered household. No name, no BSN, no birth date. */
@Entity
class Person {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "person")
    @SequenceGenerator(name = "person", sequenceName = "person_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private String municipality;
    private String pseudonym;

    @Column(name = "year_of_birth")
    private @Nullable Integer yearOfBirth;

    private Long household;

    /** When what told the address was allocated; null before any did. */
    @Column(name = "address_allocated_at")
    private @Nullable LocalDateTime addressAllocatedAt;

    @Column(name = "household_registered")
    private boolean householdRegistered;

    @Enumerated(EnumType.STRING)
    @Column(name = "household_role")
    private @Nullable HouseholdRole householdRole;

    @Column(name = "takes_part")
    private boolean takesPart = true;

    protected Person() {}

    Person(MunicipalityCode municipality, String pseudonym, Household household) {
        this.municipality = municipality.value();
        this.pseudonym = pseudonym;
        this.household = household.id();
    }

    void wasBornIn(int year) {
        yearOfBirth = year;
    }

    /**
     * Lives with others at an address; what the register says is stronger. An allocation that comes late tells where somebody
     * lived then, and moves nobody back.
     *
     * @param allocatedAt when what tells the address was allocated
     */
    void livesAt(Household home, LocalDateTime allocatedAt) {
        if (addressAllocatedAt != null && addressAllocatedAt.isAfter(allocatedAt)) {
            return;
        }
        addressAllocatedAt = allocatedAt;
        if (!householdRegistered) {
            household = home.id();
        }
    }

    void isRegisteredIn(Household registered, HouseholdRole role) {
        household = registered.id();
        householdRegistered = true;
        householdRole = role;
    }

    void takesPart(boolean yes) {
        takesPart = yes;
    }

    boolean takesPart() {
        return takesPart;
    }

    int version() {
        return version;
    }

    String pseudonym() {
        return pseudonym;
    }

    MunicipalityCode municipality() {
        return new MunicipalityCode(municipality);
    }

    PersonId personId() {
        return new PersonId(id);
    }

    HouseholdId householdId() {
        return new HouseholdId(household);
    }

    HouseholdMember member() {
        return new HouseholdMember(personId(), householdRole, yearOfBirth);
    }
}
