package nl.buurtbundel.ledger.ui;

import com.vaadin.flow.component.Component;
import java.util.Map;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.ledger.AccountKey;
import nl.buurtbundel.ledger.AccountKind;
import nl.buurtbundel.ledger.Held;
import nl.buurtbundel.ledger.Reason;
import nl.buurtbundel.ledger.ReservationId;
import nl.buurtbundel.ledger.TransferSummary;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import org.jspecify.annotations.Nullable;

/**
 * Names of accounts and reasons as people read them.
 *
 * @param places what the neighbourhoods are called
 * @param names by reference, as the rooms gave them
 * @param purposes of payments, by what was held for them
 */
record AccountName(
        Component page,
        Map<NeighbourhoodCode, String> places,
        Map<String, String> names,
        Map<ReservationId, String> purposes) {

    /** The kind of such an account says already what it is a number of. */
    private static final String PRE_FINANCING = "pre-financing:";

    String of(AccountKey account) {
        StringBuilder name = new StringBuilder(kind(account.kind()));
        if (!account.taskField().isEmpty()) {
            name.append(" · ").append(page.getTranslation("ledger.account.field", account.taskField()));
        }
        if (!account.reference().isEmpty()) {
            String reference = account.reference();
            name.append(" · ")
                    .append(
                            reference.startsWith(PRE_FINANCING)
                                    ? page.getTranslation(
                                            "ledger.account.pre-financing", reference.substring(PRE_FINANCING.length()))
                                    : reference(reference));
        }
        NeighbourhoodCode neighbourhood = account.neighbourhood();
        if (neighbourhood != null) {
            name.append(" · ").append(places.getOrDefault(neighbourhood, neighbourhood.value()));
        }
        return name.toString();
    }

    /** What a reference such as {@code initiative:7} points at, in words; one that the ledger has no word for stands as it is. */
    String reference(String reference) {
        String[] parts = reference.split(":", 2);
        String key = "ledger.reference." + parts[0];
        String words = Messages.has(Messages.DUTCH, key)
                ? page.getTranslation(key, parts.length > 1 ? parts[1] : "")
                : reference;
        String name = names.get(reference);
        return name == null ? words : page.getTranslation("ledger.reference.named", name, words);
    }

    /** What a booking is about: whose it is, and what was written with it or with the payment that it carried out. */
    String about(TransferSummary transfer) {
        return about(transfer.reference(), transfer.purpose(), transfer.reservation());
    }

    String about(Held held) {
        return about(held.reference(), "", held.id());
    }

    private String about(String reference, String written, @Nullable ReservationId held) {
        String words = reference(reference);
        String purpose = written.isEmpty() && held != null ? purposes.getOrDefault(held, "") : written;
        return purpose.isEmpty() ? words : words + ", " + purpose;
    }

    String kind(AccountKind kind) {
        return page.getTranslation("ledger.kind." + Messages.word(kind));
    }

    String reason(Reason reason) {
        return page.getTranslation("ledger.reason." + Messages.word(reason));
    }
}
