package nl.buurtbundel.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.util.Optional;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import org.jspecify.annotations.Nullable;

/** One fiscal year of a decision, with the reservation that is posted or voided exactly once. */
@Entity
@Table(name = "decision_year")
class DecisionYear {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "decision_year")
    @SequenceGenerator(name = "decision_year", sequenceName = "decision_year_seq", allocationSize = 50)
    private Long id;

    @ManyToOne(optional = false)
    @JoinColumn(name = "decision_id")
    private Decision decision;

    @Column(name = "fiscal_year")
    private int fiscalYear;

    @Column(name = "amount_cents")
    private long amountCents;

    /** What others bear of it. */
    @Column(name = "contributed_cents")
    private long contributedCents;

    private @Nullable Long reservation;

    @Enumerated(EnumType.STRING)
    private @Nullable ReservationResult result;

    protected DecisionYear() {}

    DecisionYear(Decision decision, YearAmount amount) {
        this.decision = decision;
        this.fiscalYear = amount.year().year();
        this.amountCents = amount.amount().cents();
    }

    void contributed(Money amount) {
        contributedCents = amount.cents();
    }

    Money contributed() {
        return Money.ofCents(contributedCents);
    }

    Optional<YearAmount> ofMunicipality() {
        Money rest = Money.ofCents(amountCents).minus(contributed());
        return rest.isPositive() ? Optional.of(new YearAmount(year(), rest)) : Optional.empty();
    }

    void reserve(long group) {
        if (result != null) {
            throw new IllegalStateException("reserved already for " + fiscalYear);
        }
        reservation = group;
        result = ReservationResult.RESERVED;
    }

    /** The reservation to post or void now. */
    long resolve(ReservationResult outcome) {
        if (reservation == null || result != ReservationResult.RESERVED) {
            throw new IllegalStateException("reservation of " + fiscalYear + " is " + result);
        }
        result = outcome;
        return reservation;
    }

    FiscalYear year() {
        return new FiscalYear(fiscalYear);
    }

    DecisionFile.Year inFile() {
        return new DecisionFile.Year(fiscalYear, Money.ofCents(amountCents), reservation);
    }

    YearAmount amount() {
        return new YearAmount(year(), Money.ofCents(amountCents));
    }
}
