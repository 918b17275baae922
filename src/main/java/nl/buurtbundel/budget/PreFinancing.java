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
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.ledger.AccountKey;
import nl.buurtbundel.ledger.AccountKind;
import nl.buurtbundel.ledger.AccountSummary;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/**
 * Appropriated money that bears what realised release does not bear yet, up to a limit and an end date. The money itself stands
 * on an account of the ledger; what is used and given back is read there.
 */
@Entity
@Table(name = "pre_financing")
class PreFinancing {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "pre_financing")
    @SequenceGenerator(name = "pre_financing", sequenceName = "pre_financing_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private String municipality;

    @Column(name = "fiscal_year")
    private int fiscalYear;

    /** Empty: for the whole municipality. */
    private String neighbourhood;

    @Column(name = "source_task_field")
    private String sourceTaskField;

    @Column(name = "limit_cents")
    private long limitCents;

    @Column(name = "ends_on")
    private LocalDate endsOn;

    private int changes;

    protected PreFinancing() {}

    PreFinancing(
            MunicipalityCode municipality,
            FiscalYear year,
            @Nullable NeighbourhoodCode neighbourhood,
            String sourceTaskField,
            LocalDate endsOn) {
        this.municipality = municipality.value();
        this.fiscalYear = year.year();
        this.neighbourhood = neighbourhood == null ? "" : neighbourhood.value();
        this.sourceTaskField = sourceTaskField;
        this.endsOn = endsOn;
    }

    /**
     * @param setApart what was set apart for it so far, less what went back, by the book
     * @return what must be added to the account, or below zero what must leave it
     */
    Money change(Money limit, Money setApart, LocalDate endsOn, LocalDate today) {
        if (limit.isNegative()) {
            throw new Refusal("budget.error.negative-limit");
        }
        if (endsOn.isBefore(today)) {
            throw new Refusal("budget.error.end-date-passed");
        }
        this.limitCents = limit.cents();
        this.endsOn = endsOn;
        changes++;
        return limit.minus(setApart);
    }

    boolean isSet(Money limit, LocalDate endsOn) {
        return limit().equals(limit) && this.endsOn.equals(endsOn);
    }

    /** It bears nothing new from tomorrow on. */
    void end(LocalDate today) {
        if (endsOn.isBefore(today)) {
            throw new Refusal("budget.error.end-date-passed");
        }
        endsOn = today;
    }

    /** What it does not bear any more goes back to where it came from; the limit stays what was arranged. */
    void giveBack() {
        changes++;
    }

    boolean bears(NeighbourhoodCode place) {
        return neighbourhood.isEmpty() || neighbourhood.equals(place.value());
    }

    boolean bears(NeighbourhoodCode place, LocalDate day) {
        return bears(place) && !day.isAfter(endsOn);
    }

    Long id() {
        return id;
    }

    int changes() {
        return changes;
    }

    Money limit() {
        return Money.ofCents(limitCents);
    }

    LocalDate endsOn() {
        return endsOn;
    }

    String reference() {
        return reference(id);
    }

    static String reference(long id) {
        return "pre-financing:" + id;
    }

    AccountKey account() {
        return AccountKey.of(new MunicipalityCode(municipality), new FiscalYear(fiscalYear), AccountKind.PRE_FINANCING)
                .withReference(reference())
                .withTaskField(sourceTaskField)
                .withNeighbourhood(neighbourhood.isEmpty() ? null : new NeighbourhoodCode(neighbourhood));
    }

    /** Where the money comes from, and where it goes back to when the limit is lowered. */
    AccountKey source() {
        return Appropriations.account(new MunicipalityCode(municipality), new FiscalYear(fiscalYear), sourceTaskField);
    }

    String taskField() {
        return sourceTaskField;
    }

    int version() {
        return version;
    }

    MunicipalityCode municipality() {
        return new MunicipalityCode(municipality);
    }

    PreFinancingSummary summary(AccountSummary account) {
        return new PreFinancingSummary(
                new PreFinancingId(id),
                version,
                new FiscalYear(fiscalYear),
                account.key().neighbourhood(),
                sourceTaskField,
                limit(),
                endsOn,
                account.available());
    }
}
