package nl.buurtbundel.release;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.provision.PersonId;
import nl.buurtbundel.provision.ProvisionId;

/**
 * A provider reported after the posting that less came free of a provision in a year, or nothing. Stands until the ledger
 * holds no more than came free: only a counter-transfer takes money out of the budget.
 */
@Entity
@Table(name = "posted_too_much")
class PostedTooMuch {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "posted_too_much")
    @SequenceGenerator(name = "posted_too_much", sequenceName = "posted_too_much_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private long initiative;
    private long provision;
    private long person;
    private String neighbourhood;

    @Column(name = "fiscal_year")
    private int fiscalYear;

    @Column(name = "came_free_cents")
    private long cameFreeCents;

    @Column(name = "noted_on")
    private LocalDate notedOn;

    protected PostedTooMuch() {}

    PostedTooMuch(ExpectedRelease expected, FiscalYear year, Money cameFree, LocalDate today) {
        this.initiative = expected.initiative().value();
        this.provision = expected.provision().value();
        this.person = expected.person().value();
        this.neighbourhood = expected.neighbourhood().value();
        this.fiscalYear = year.year();
        this.cameFreeCents = cameFree.cents();
        this.notedOn = today;
    }

    void cameFree(Money amount, LocalDate today) {
        cameFreeCents = amount.cents();
        notedOn = today;
    }

    Money cameFree() {
        return Money.ofCents(cameFreeCents);
    }

    FiscalYear year() {
        return new FiscalYear(fiscalYear);
    }

    LocalDate notedOn() {
        return notedOn;
    }

    InitiativeId initiative() {
        return new InitiativeId(initiative);
    }

    ProvisionId provision() {
        return new ProvisionId(provision);
    }

    String provisionReference() {
        return provision().reference();
    }

    PersonId person() {
        return new PersonId(person);
    }

    NeighbourhoodCode neighbourhood() {
        return new NeighbourhoodCode(neighbourhood);
    }
}
