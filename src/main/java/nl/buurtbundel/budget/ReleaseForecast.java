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
import java.util.Map;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/**
 * What may come free when one provision ends. A forecast: no money moves by it, and it covers nothing. It never changes: another
 * expectation takes the place of one that has fallen away, so that what was shown on a day can be shown again.
 */
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

    /** The provision while it stands: for a reference there is one at most. */
    @Column(name = "standing_provision")
    private @Nullable String standingProvision;

    private String neighbourhood;

    @Column(name = "task_field")
    private String taskField;

    @Column(name = "expected_from")
    private LocalDate expectedFrom;

    @Column(name = "yearly_cents")
    private long yearlyCents;

    @Column(name = "planned_on")
    private LocalDate plannedOn;

    @Column(name = "realised_on")
    private @Nullable LocalDate realisedOn;

    @Column(name = "dropped_on")
    private @Nullable LocalDate droppedOn;

    protected ReleaseForecast() {}

    ReleaseForecast(
            String reference,
            String provision,
            NeighbourhoodCode neighbourhood,
            String taskField,
            LocalDate from,
            Money aYear,
            LocalDate today) {
        if (!aYear.isPositive()) {
            throw new Refusal("budget.error.nothing-to-release");
        }
        this.reference = reference;
        this.provision = provision;
        this.standingProvision = provision;
        this.neighbourhood = neighbourhood.value();
        this.taskField = taskField;
        this.expectedFrom = from;
        this.yearlyCents = aYear.cents();
        this.plannedOn = today;
    }

    boolean expects(String taskField, LocalDate from, Money aYear) {
        return this.taskField.equals(taskField) && expectedFrom.equals(from) && aYear().equals(aYear);
    }

    void drop(LocalDate today) {
        droppedOn = today;
        standingProvision = null;
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

    String provision() {
        return provision;
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

    MonthlyCover.Release expected() {
        return new MonthlyCover.Release(YearMonth.from(expectedFrom), aYear(), false);
    }

    /** As it is known exactly: certain from the month in which it came true. */
    MonthlyCover.Release exact() {
        return realisedOn == null ? expected() : new MonthlyCover.Release(YearMonth.from(realisedOn), aYear(), true);
    }

    /** @param households by provision */
    ShownForecast.Dated dated(Map<String, String> households) {
        return new ShownForecast.Dated(
                households.getOrDefault(provision, HelpedHouseholds.UNKNOWN),
                taskField,
                expected(),
                plannedOn,
                realisedOn,
                droppedOn);
    }

    boolean isStanding() {
        return standingProvision != null;
    }
}
