package nl.buurtbundel.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * That the file outside the database was begun. The database remembers it, so that a file that is lost is not silently made
 * anew; who can write only one of the two cannot hide that.
 */
@Entity
@Table(name = "audit_anchor_begin")
class AnchorBegin {
    /** The link with which the file begins. */
    @Id
    @Column(name = "sequence_number")
    private long link;

    private Instant at;
    private boolean anew;

    protected AnchorBegin() {}

    AnchorBegin(AuditLink link, Instant at, boolean anew) {
        this.link = link.number();
        this.at = at.truncatedTo(ChronoUnit.MICROS);
        this.anew = anew;
    }

    AnchorMadeAnew madeAnew() {
        return new AnchorMadeAnew(at, link);
    }
}
