package nl.buurtbundel.budget;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import nl.buurtbundel.access.UserId;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;
import org.jspecify.annotations.Nullable;

/**
 * What became of the money that a plan had left at the end of a year: it went back by the rule of its decision, or it moved to the next
 * year by a decision of the council (Gemeentewet 189; BBV: through 0.10, the reserves) and, what others gave, by its agreement
 * (BBV 44, paragraph 2). The same of what came free of a task field after the year was closed.
 */
@Entity
@Table(name = "year_settlement")
class YearSettlement {
    /** Before the code of a task field, where it is about no plan. */
    static final String TASK_FIELD = "task-field:";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "year_settlement")
    @SequenceGenerator(name = "year_settlement", sequenceName = "year_settlement_seq", allocationSize = 50)
    private Long id;

    private String municipality;

    @Column(name = "fiscal_year")
    private int fiscalYear;

    private String reference;

    @Column(name = "amount_cents")
    private long amountCents;

    @Column(name = "by_agreement_cents")
    private long byAgreementCents;

    @Column(name = "council_decision")
    private @Nullable String councilDecision;

    @Column(name = "settled_by")
    private long settledBy;

    @Column(name = "settled_on")
    private LocalDate settledOn;

    protected YearSettlement() {}

    private YearSettlement(
            MunicipalityCode municipality,
            FiscalYear year,
            String reference,
            Money amount,
            Money byAgreement,
            @Nullable String councilDecision,
            UserId by,
            LocalDate today) {
        requireOver(year, today);
        if (!amount.isPositive()) {
            throw new Refusal("budget.error.nothing-left", year.toString());
        }
        this.municipality = municipality.value();
        this.fiscalYear = year.year();
        this.reference = reference;
        this.amountCents = amount.cents();
        this.byAgreementCents = byAgreement.cents();
        this.councilDecision = councilDecision;
        this.settledBy = by.value();
        this.settledOn = today;
    }

    /**
     * @param ofCouncil moves by its decision
     * @param ofOthers moves by their agreements
     * @param councilDecision its number; nobody asks for it where all is of others
     * @throws Refusal without a number where there is something that the council decides on
     */
    static YearSettlement carryOver(
            MunicipalityCode municipality,
            FiscalYear year,
            String reference,
            Money ofCouncil,
            Money ofOthers,
            String councilDecision,
            UserId by,
            LocalDate today) {
        return new YearSettlement(
                municipality,
                year,
                reference,
                ofCouncil.plus(ofOthers),
                ofOthers,
                ofOthers.isPositive() && ofCouncil.isZero() ? null : new CouncilNumber(councilDecision).value(),
                by,
                today);
    }

    static YearSettlement giveBack(
            MunicipalityCode municipality,
            FiscalYear year,
            String reference,
            Money amount,
            UserId by,
            LocalDate today) {
        return new YearSettlement(municipality, year, reference, amount, Money.ZERO, null, by, today);
    }

    /** What is left of a year is known when it is over. */
    static void requireOver(FiscalYear year, LocalDate today) {
        if (!today.isAfter(year.lastDay())) {
            throw new Refusal("budget.error.year-not-over", year.toString());
        }
    }

    boolean isBy(UserId user) {
        return settledBy == user.value();
    }

    Long id() {
        return id;
    }

    YearEnd.Settled summary() {
        return new YearEnd.Settled(
                reference, Money.ofCents(amountCents), Money.ofCents(byAgreementCents), councilDecision, settledOn);
    }

    /** The task field whose late release it is about; none where it is about a plan. */
    static Optional<String> taskField(String reference) {
        return reference.startsWith(TASK_FIELD)
                ? Optional.of(reference.substring(TASK_FIELD.length()))
                : Optional.empty();
    }
}
