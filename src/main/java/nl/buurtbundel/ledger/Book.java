package nl.buurtbundel.ledger;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.money.FiscalYear;

/**
 * The book of one municipality. Who writes locks this row first, and only then any account. One transaction may hold many
 * commands (seventy households stop at once) that touch accounts in any order, so that no order of accounts could prevent a
 * deadlock; a first lock that all writers share does. The same lock makes looking up an idempotency key exact, and numbers
 * transfers without a gap.
 */
@Entity
@Table(name = "ledger_book")
class Book {
    /** Locked while the book of a new municipality is made. */
    static final String SHELF = "*";

    @Id
    private String municipality;

    @Version
    private int version;

    @Column(name = "last_number")
    private long lastNumber;

    /** In this year and those before nobody books any more; 0 as long as none is closed. */
    @Column(name = "closed_through")
    private int closedThrough;

    protected Book() {}

    Book(String municipality) {
        this.municipality = municipality;
    }

    String municipality() {
        return municipality;
    }

    boolean isOpen(FiscalYear year) {
        return year.year() > closedThrough;
    }

    void requireOpen(FiscalYear year) {
        if (!isOpen(year)) {
            throw new Refusal("ledger.error.year-closed", year.toString());
        }
    }

    /** Years are closed in their order, and for good. */
    void close(FiscalYear year) {
        requireOpen(year);
        closedThrough = year.year();
    }

    long lastNumber() {
        return lastNumber;
    }

    long nextNumber() {
        lastNumber++;
        return lastNumber;
    }
}
