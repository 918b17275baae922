package nl.buurtbundel.ledger.ui;

import com.vaadin.flow.component.Component;
import java.util.Map;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.ledger.AccountKey;
import nl.buurtbundel.ledger.AccountKind;
import nl.buurtbundel.ledger.Reason;
import nl.buurtbundel.neighbourhood.NeighbourhoodCode;
import nl.buurtbundel.neighbourhood.NeighbourhoodSummary;
import nl.buurtbundel.neighbourhood.Neighbourhoods;

/**
 * Names of accounts and reasons as people read them.
 *
 * @param names by reference, as the rooms gave them
 */
record AccountName(Component page, Neighbourhoods neighbourhoods, Map<String, String> names) {

    String of(AccountKey account) {
        StringBuilder name = new StringBuilder(kind(account.kind()));
        if (!account.taskField().isEmpty()) {
            name.append(" · ").append(page.getTranslation("ledger.account.field", account.taskField()));
        }
        if (!account.reference().isEmpty()) {
            name.append(" · ").append(reference(account.reference()));
        }
        NeighbourhoodCode neighbourhood = account.neighbourhood();
        if (neighbourhood != null) {
            name.append(" · ")
                    .append(neighbourhoods
                            .find(neighbourhood)
                            .map(NeighbourhoodSummary::name)
                            .orElse(neighbourhood.value()));
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

    String kind(AccountKind kind) {
        return page.getTranslation("ledger.kind." + Messages.word(kind));
    }

    String reason(Reason reason) {
        return page.getTranslation("ledger.reason." + Messages.word(reason));
    }
}
