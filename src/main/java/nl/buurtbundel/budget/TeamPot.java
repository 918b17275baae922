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
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;

/**
 * Appropriated money that the team of a neighbourhood may decide on itself, for one year. It stands on an account of the ledger
 * that has the neighbourhood as its name, so that what the council lets go on to the next year is there for the same team.
 */
@Entity
@Table(name = "team_pot")
class TeamPot {
    private static final String NAME = "team-pot:";

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "team_pot")
    @SequenceGenerator(name = "team_pot", sequenceName = "team_pot_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private String neighbourhood;

    @Column(name = "fiscal_year")
    private int fiscalYear;

    @Column(name = "task_field")
    private String taskField;

    private int changes;

    protected TeamPot() {}

    TeamPot(NeighbourhoodCode neighbourhood, FiscalYear year, String taskField) {
        this.neighbourhood = neighbourhood.value();
        this.fiscalYear = year.year();
        this.taskField = taskField;
    }

    /**
     * @param there what the book says was put in, less what went back
     * @return what must be added, or below zero what goes back
     * @throws Refusal for a year that is over, an amount below zero, and another task field: what was spent came from this one
     */
    Money change(String field, Money amount, Money there, LocalDate today) {
        if (year().compareTo(FiscalYear.of(today)) < 0) {
            throw new Refusal("budget.error.team-pot-year", year().toString());
        }
        if (amount.isNegative()) {
            throw new Refusal("budget.error.team-pot-negative");
        }
        if (!field.equals(taskField)) {
            throw new Refusal("budget.error.team-pot-field", taskField);
        }
        changes++;
        return amount.minus(there);
    }

    /** Of the next command in the book. */
    String key() {
        return reference() + ':' + fiscalYear + ':' + changes;
    }

    String reference() {
        return NAME + neighbourhood;
    }

    /** Whether this is what the book calls the money of a team. */
    static boolean isNamedBy(String reference) {
        return reference.startsWith(NAME);
    }

    AccountKey source() {
        return Appropriations.account(neighbourhood().municipality(), year(), taskField);
    }

    AccountKey account() {
        return account(AccountKind.GRANTED);
    }

    AccountKey paid() {
        return account(AccountKind.PAID);
    }

    private AccountKey account(AccountKind kind) {
        return AccountKey.of(neighbourhood().municipality(), year(), kind)
                .withReference(reference())
                .withTaskField(taskField)
                .withNeighbourhood(neighbourhood());
    }

    TeamPotId id() {
        return new TeamPotId(id);
    }

    int version() {
        return version;
    }

    NeighbourhoodCode neighbourhood() {
        return new NeighbourhoodCode(neighbourhood);
    }

    FiscalYear year() {
        return new FiscalYear(fiscalYear);
    }

    TeamPotSummary summary(Money balance, Money held, Money paid) {
        return new TeamPotSummary(
                id(), version, neighbourhood(), year(), taskField, balance.plus(paid), held, paid, balance.minus(held));
    }
}
