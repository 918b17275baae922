package nl.buurtbundel.decision;

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
import java.util.Arrays;
import java.util.stream.Collectors;
import nl.buurtbundel.foundation.LineEnd;
import nl.buurtbundel.money.Period;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/** A line of the level at which a council authorises. It is ended, never rewritten. */
@Entity
class Authorisation {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "authorisation")
    @SequenceGenerator(name = "authorisation", sequenceName = "authorisation_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private String municipality;

    @Enumerated(EnumType.STRING)
    @Column(name = "authorisation_level")
    private AuthorisationLevel level;

    private String programme;

    @Column(name = "task_fields")
    private String taskFields;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_until")
    private @Nullable LocalDate validUntil;

    protected Authorisation() {}

    Authorisation(MunicipalityCode municipality, AuthorisationRule rule) {
        this.municipality = municipality.value();
        this.level = rule.level();
        this.programme = rule.programme();
        this.taskFields = rule.taskFields().stream().sorted().collect(Collectors.joining(" "));
        this.validFrom = rule.validity().firstDay();
        this.validUntil = rule.validity().lastDay();
    }

    void end(LocalDate lastDay, LocalDate today) {
        validUntil = LineEnd.of(new Period(validFrom, validUntil), lastDay, today);
    }

    MunicipalityCode municipality() {
        return new MunicipalityCode(municipality);
    }

    int version() {
        return version;
    }

    AuthorisationLine line() {
        return new AuthorisationLine(
                new AuthorisationId(id),
                version,
                new AuthorisationRule(
                        level,
                        programme,
                        Arrays.stream(taskFields.split(" "))
                                .filter(field -> !field.isEmpty())
                                .collect(Collectors.toSet()),
                        new Period(validFrom, validUntil)));
    }
}
