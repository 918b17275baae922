package nl.buurtbundel.release;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import nl.buurtbundel.initiative.InitiativeId;
import nl.buurtbundel.ledger.TransferId;
import nl.buurtbundel.money.FiscalYear;
import nl.buurtbundel.money.Money;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.provision.ProvisionId;
import org.jspecify.annotations.Nullable;

/**
 * Money of one provision in one year that has really come free. Held until the plan
 * runs, the household has chosen to stay after a trial, and its year has begun; posted once. Who leaves or does not take part, and
 * takes part again, finds what waited; it goes when the plan ends or the own help goes on.
 */
@Entity
@Table(name = "realised_release")
class RealisedRelease {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "realised_release")
    @SequenceGenerator(name = "realised_release", sequenceName = "realised_release_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    private long initiative;
    private long provision;
    private String neighbourhood;

    @Column(name = "task_field")
    private String taskField;

    @Column(name = "fiscal_year")
    private int fiscalYear;

    @Column(name = "last_day")
    private LocalDate lastDay;

    /** Which report of this day it was; a corrected one frees what is new in it. */
    private int report;

    @Column(name = "amount_cents")
    private long amountCents;

    @Column(name = "posted_at")
    private @Nullable Instant postedAt;

    /** The transfer in the ledger that brought it into the budget. */
    private @Nullable Long booking;

    /** Taken out of the budget again by a counter-transfer. */
    private boolean countered;

    protected RealisedRelease() {}

    RealisedRelease(
            long initiative,
            long provision,
            NeighbourhoodCode neighbourhood,
            String taskField,
            FiscalYear year,
            LocalDate lastDay,
            int report,
            Money amount) {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("nothing came free of provision " + provision);
        }
        this.initiative = initiative;
        this.provision = provision;
        this.neighbourhood = neighbourhood.value();
        this.taskField = taskField;
        this.fiscalYear = year.year();
        this.lastDay = lastDay;
        this.report = report;
        this.amountCents = amount.cents();
    }

    /** Less of the same stop, after what was posted of it has been countered; for the plan that the provision is for now. */
    RealisedRelease again(ExpectedRelease taker, int nextReport, Money rest) {
        return new RealisedRelease(
                taker.initiative().value(),
                provision,
                taker.neighbourhood(),
                taskField,
                year(),
                lastDay,
                nextReport,
                rest);
    }

    void post(TransferId booked, Instant now) {
        if (postedAt != null) {
            throw new IllegalStateException("posted already: " + key());
        }
        postedAt = now;
        booking = booked.value();
    }

    void counter() {
        if (postedAt == null) {
            throw new IllegalStateException("not posted: " + key());
        }
        countered = true;
    }

    Optional<TransferId> booking() {
        return Optional.ofNullable(booking).map(TransferId::new);
    }

    Optional<Instant> findPostedAt() {
        return Optional.ofNullable(postedAt);
    }

    /** In the budget, and still there. */
    boolean isPosted() {
        return postedAt != null && !countered;
    }

    boolean isHeld() {
        return postedAt == null;
    }

    boolean isCountered() {
        return countered;
    }

    /** The same release is the same posting, however often it is asked for. */
    String key() {
        String first = "release:provision:" + provision + ":" + lastDay + ":" + fiscalYear;
        return report == 1 ? first : first + ":" + report;
    }

    InitiativeId initiative() {
        return new InitiativeId(initiative);
    }

    ProvisionId provision() {
        return new ProvisionId(provision);
    }

    LocalDate lastDay() {
        return lastDay;
    }

    int report() {
        return report;
    }

    String provisionReference() {
        return provision().reference();
    }

    NeighbourhoodCode neighbourhood() {
        return new NeighbourhoodCode(neighbourhood);
    }

    String taskField() {
        return taskField;
    }

    FiscalYear year() {
        return new FiscalYear(fiscalYear);
    }

    Money amount() {
        return Money.ofCents(amountCents);
    }
}
