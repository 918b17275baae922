package nl.buurtbundel.budget;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Optional;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.ledger.AccountKey;
import nl.buurtbundel.ledger.AccountKind;
import nl.buurtbundel.ledger.NewTransfer;
import nl.buurtbundel.ledger.Reason;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/**
 * Appropriated money with which one level of escalation pays, in one year, while it is argued who pays. It stands on an account
 * of the ledger; what is out on a bridge comes back to it, and after the year it goes back to its task field.
 */
@Entity
@Table(name = "bridging_budget")
class BridgingBudget {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "bridging_budget")
    @SequenceGenerator(name = "bridging_budget", sequenceName = "bridging_budget_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private String municipality;

    @Column(name = "fiscal_year")
    private int fiscalYear;

    @Enumerated(EnumType.STRING)
    @Column(name = "escalation_level")
    private EscalationLevel level;

    @Column(name = "task_field")
    private String taskField;

    private int changes;

    protected BridgingBudget() {}

    BridgingBudget(MunicipalityCode municipality, FiscalYear year, EscalationLevel level, String taskField) {
        if (!level.bridges()) {
            throw new Refusal("budget.error.bridging-level");
        }
        this.municipality = municipality.value();
        this.fiscalYear = year.year();
        this.level = level;
        this.taskField = taskField;
    }

    /**
     * @param there what was set apart less what went back or was borne, by the book: free and out on bridges
     * @return what moves, if anything
     * @throws Refusal for a year that is over, an amount below zero, and another task field: what is out came from this one
     */
    Optional<NewTransfer> set(String field, Money amount, Money there, LocalDate today) {
        if (isOver(today)) {
            throw new Refusal("budget.error.bridging-year", year().toString());
        }
        if (amount.isNegative()) {
            throw new Refusal("budget.error.negative-limit");
        }
        if (!field.equals(taskField)) {
            throw new Refusal("budget.error.bridging-field", taskField);
        }
        Money difference = amount.minus(there);
        if (difference.isZero()) {
            return Optional.empty();
        }
        return Optional.of(
                difference.isPositive()
                        ? move(source(), account(), difference, Reason.BRIDGING_SET)
                        : move(account(), source(), difference.negated(), Reason.BRIDGING_SET));
    }

    /** After its year nothing is bridged with it: what is free goes back to where it came from. */
    Optional<NewTransfer> giveBack(Money free, LocalDate today) {
        return isOver(today) && free.isPositive()
                ? Optional.of(move(account(), source(), free, Reason.BRIDGING_RETURNED))
                : Optional.empty();
    }

    private NewTransfer move(AccountKey from, AccountKey to, Money amount, Reason reason) {
        changes++;
        return new NewTransfer(reference() + ':' + changes, from, to, amount, reason, reference(), "");
    }

    private boolean isOver(LocalDate today) {
        return today.isAfter(year().lastDay());
    }

    private String reference() {
        return "bridging:" + id;
    }

    AccountKey account() {
        return AccountKey.of(municipality(), year(), AccountKind.BRIDGING)
                .withReference(reference())
                .withTaskField(taskField);
    }

    AccountKey source() {
        return Appropriations.account(municipality(), year(), taskField);
    }

    int version() {
        return version;
    }

    Long id() {
        return id;
    }

    MunicipalityCode municipality() {
        return new MunicipalityCode(municipality);
    }

    FiscalYear year() {
        return new FiscalYear(fiscalYear);
    }

    EscalationLevel level() {
        return level;
    }

    String taskField() {
        return taskField;
    }

    BridgingBudgetSummary summary(Money free, Money out) {
        return new BridgingBudgetSummary(version, level, year(), taskField, free.plus(out), out, free);
    }
}
