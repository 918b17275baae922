package nl.buurtbundel.provision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import org.jspecify.annotations.Nullable;

@Entity
class Household {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "household")
    @SequenceGenerator(name = "household", sequenceName = "household_seq", allocationSize = 50)
    private Long id;

    private String municipality;
    private @Nullable String home;

    @Column(name = "register_number")
    private @Nullable String registerNumber;

    protected Household() {}

    private Household(MunicipalityCode municipality, @Nullable String home, @Nullable String registerNumber) {
        this.municipality = municipality.value();
        this.home = home;
        this.registerNumber = registerNumber;
    }

    /** Everybody at one address. */
    static Household at(MunicipalityCode municipality, String home) {
        return new Household(municipality, home, null);
    }

    /** Everybody under one number in the register, wherever they live. */
    static Household registered(MunicipalityCode municipality, String registerNumber) {
        return new Household(municipality, null, registerNumber);
    }

    /** Somebody of whom no address is known. */
    static Household alone(MunicipalityCode municipality) {
        return new Household(municipality, null, null);
    }

    Long id() {
        return id;
    }

    @Nullable
    String home() {
        return home;
    }

    @Nullable
    String registerNumber() {
        return registerNumber;
    }
}
