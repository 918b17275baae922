package nl.buurtbundel.budget;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.YearMonth;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/** What may come free when one provision ends. A forecast: no money moves by it, and it covers nothing. */
@Entity
@Table(name = "release_forecast")
class ReleaseForecast {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "release_forecast")
    @SequenceGenerator(name = "release_forecast", sequenceName = "release_forecast_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private String reference;
    private String provision;
    private String neighbourhood;

    @Column(name = "task_field")
    private String taskField;

    @Column(name = "expected_from")
    private LocalDate expectedFrom;

    @Column(name = "yearly_cents")
    private long yearlyCents;

    @Column(name = "realised_on")
    private @Nullable LocalDate realisedOn;

    protected ReleaseForecast() {}

    ReleaseForecast(String reference, String provision) {
        this.reference = reference;
        this.provision = provision;
    }

    void expect(NeighbourhoodCode neighbourhood, String taskField, LocalDate from, Money aYear) {
        if (!aYear.isPositive()) {
            throw new Refusal("budget.error.nothing-to-release");
        }
        this.neighbourhood = neighbourhood.value();
        this.taskField = taskField;
        this.expectedFrom = from;
        this.yearlyCents = aYear.cents();
    }

    void realise(LocalDate today) {
        if (realisedOn == null) {
            realisedOn = today;
        }
    }

    boolean isRealised() {
        return realisedOn != null;
    }

    String reference() {
        return reference;
    }

    NeighbourhoodCode neighbourhood() {
        return new NeighbourhoodCode(neighbourhood);
    }

    String taskField() {
        return taskField;
    }

    Money aYear() {
        return Money.ofCents(yearlyCents);
    }

    MonthlyCover.Release release() {
        LocalDate from = realisedOn == null ? expectedFrom : realisedOn;
        return new MonthlyCover.Release(YearMonth.from(from), aYear(), realisedOn != null);
    }
}
