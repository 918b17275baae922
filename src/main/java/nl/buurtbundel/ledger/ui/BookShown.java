package nl.buurtbundel.ledger.ui;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.buurtbundel.ledger.Reason;
import nl.buurtbundel.ledger.ReservationId;
import nl.buurtbundel.ledger.TransferSummary;

/**
 * Accounts or bookings are being shown, to who may see the book. The book knows references only: the rooms that they belong to
 * give the names that people know.
 */
public final class BookShown {
    private final Set<String> references;
    private final List<ReservationId> paidBy;
    private final Map<String, String> names = new HashMap<>();
    private final Map<ReservationId, String> purposes = new HashMap<>();

    BookShown(Collection<String> references, Collection<ReservationId> paidBy) {
        this.references = Set.copyOf(references);
        this.paidBy = List.copyOf(paidBy);
    }

    /** @param others references besides those of the bookings */
    static BookShown of(Collection<TransferSummary> transfers, Collection<String> others) {
        Set<String> references = new HashSet<>(others);
        Set<ReservationId> paid = new HashSet<>();
        for (TransferSummary transfer : transfers) {
            references.addAll(List.of(
                    transfer.reference(),
                    transfer.from().reference(),
                    transfer.to().reference()));
            ReservationId held = transfer.reservation();
            if (held != null && transfer.reason() == Reason.PAID) {
                paid.add(held);
            }
        }
        return new BookShown(references, paid);
    }

    public Set<String> references() {
        return references;
    }

    /** What was held for the payments among the bookings. */
    public List<ReservationId> paidBy() {
        return paidBy;
    }

    public void name(String reference, String name) {
        names.put(reference, name);
    }

    /** What a payment was for, as who made it ready wrote it. */
    public void purpose(ReservationId paidBy, String words) {
        purposes.put(paidBy, words);
    }

    Map<String, String> names() {
        return names;
    }

    Map<ReservationId, String> purposes() {
        return purposes;
    }
}
