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
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.money.Period;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/** A line of the mandate table. It is ended, never rewritten: a decision keeps pointing at the line it was taken by. */
@Entity
class Mandate {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "mandate")
    @SequenceGenerator(name = "mandate", sequenceName = "mandate_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private String municipality;

    @Enumerated(EnumType.STRING)
    private Decider office;

    @Column(name = "up_to_cents")
    private long upToCents;

    @Column(name = "per_household")
    private boolean perHousehold;

    @Column(name = "task_fields")
    private String taskFields;

    @Column(name = "maximum_years")
    private int maximumYears;

    private @Nullable String neighbourhood;

    @Column(name = "agreeing_colleagues")
    private int agreeingColleagues;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_until")
    private @Nullable LocalDate validUntil;

    protected Mandate() {}

    Mandate(MunicipalityCode municipality, MandateRule rule) {
        NeighbourhoodCode code = rule.neighbourhood();
        if (code != null && !code.municipality().equals(municipality)) {
            throw new Refusal("decision.error.mandate-elsewhere");
        }
        this.municipality = municipality.value();
        this.office = rule.office();
        this.upToCents = rule.upTo().cents();
        this.perHousehold = rule.perHousehold();
        this.taskFields = rule.taskFields().stream().sorted().collect(Collectors.joining(" "));
        this.maximumYears = rule.maximumYears();
        this.neighbourhood = code == null ? null : code.value();
        this.agreeingColleagues = rule.agreeingColleagues();
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

    MandateLine line() {
        return new MandateLine(
                new MandateId(id),
                version,
                new MandateRule(
                        office,
                        Money.ofCents(upToCents),
                        perHousehold,
                        Arrays.stream(taskFields.split(" "))
                                .filter(field -> !field.isEmpty())
                                .collect(Collectors.toSet()),
                        maximumYears,
                        neighbourhood == null ? null : new NeighbourhoodCode(neighbourhood),
                        agreeingColleagues,
                        new Period(validFrom, validUntil)));
    }
}
