package nl.buurtbundel.budget;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import nl.buurtbundel.ledger.TransferId;

/**
 * For which plan the ledger booked money as released; the booking itself says of which provision. One provision may have come
 * free for one plan, and later for another. It stands as long as the booking, countered or not.
 */
@Entity
@Table(name = "booked_release")
class BookedRelease {
    @Id
    private Long booking;

    private String reference;
    private String provision;

    protected BookedRelease() {}

    BookedRelease(TransferId booking, String reference, String provision) {
        this.booking = booking.value();
        this.reference = reference;
        this.provision = provision;
    }

    TransferId booking() {
        return new TransferId(booking);
    }

    String provision() {
        return provision;
    }
}
