package nl.buurtbundel.decision;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.MunicipalityCode;

/**
 * What one household was promised in one year, by whatever team. It is known by a mark of its home that is made anew for every
 * year: no file, and nothing that leads to one.
 */
@Entity
@Table(name = "mini_budget_household")
class HouseholdYear {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "mini_budget_household")
    @SequenceGenerator(name = "mini_budget_household", sequenceName = "mini_budget_household_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private String municipality;

    @Column(name = "fiscal_year")
    private int fiscalYear;

    private String household;

    @Column(name = "promised_cents")
    private long promisedCents;

    /** Of the last promise, so that the database can hold it too. */
    @Column(name = "limit_cents")
    private long limitCents;

    protected HouseholdYear() {}

    HouseholdYear(MunicipalityCode municipality, FiscalYear year, String mark) {
        this.municipality = municipality.value();
        this.fiscalYear = year.year();
        this.household = mark;
    }

    /** @throws Refusal when with this the household would get more than the limit in this year */
    void promise(Money amount, Money limit) {
        requireRoom(amount, limit);
        promisedCents = promised().plus(amount).cents();
        limitCents = limit.cents();
    }

    void requireRoom(Money amount, Money limit) {
        if (promised().plus(amount).compareTo(limit) > 0) {
            throw new Refusal("decision.error.mini-household-limit", limit.inEuros());
        }
    }

    /** What was promised and not spent. */
    void giveBack(Money amount) {
        if (amount.isNegative() || amount.compareTo(promised()) > 0) {
            throw new IllegalStateException("household " + id + " was promised " + promised() + ", not " + amount);
        }
        promisedCents = promised().minus(amount).cents();
    }

    Long id() {
        return id;
    }

    Money promised() {
        return Money.ofCents(promisedCents);
    }
}
