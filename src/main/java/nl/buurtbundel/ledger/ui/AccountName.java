package nl.buurtbundel.ledger.ui;

import com.vaadin.flow.component.Component;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.ledger.AccountKey;
import nl.buurtbundel.ledger.AccountKind;
import nl.buurtbundel.ledger.Reason;

/** Names of accounts and reasons as people read them. */
final class AccountName {

    private AccountName() {}

    static String of(Component page, AccountKey account) {
        StringBuilder name = new StringBuilder(kind(page, account.kind()));
        if (!account.taskField().isEmpty()) {
            name.append(" · ").append(page.getTranslation("ledger.account.field", account.taskField()));
        }
        if (!account.reference().isEmpty()) {
            name.append(" · ").append(reference(page, account.reference()));
        }
        if (account.neighbourhood() != null) {
            name.append(" · ").append(account.neighbourhood());
        }
        return name.toString();
    }

    /** What a reference such as {@code initiative:7} points at, in words; one that the ledger has no word for stands as it is. */
    static String reference(Component page, String reference) {
        String[] parts = reference.split(":", 2);
        String key = "ledger.reference." + parts[0];
        return Messages.has(Messages.DUTCH, key)
                ? page.getTranslation(key, parts.length > 1 ? parts[1] : "")
                : reference;
    }

    static String kind(Component page, AccountKind kind) {
        return page.getTranslation("ledger.kind." + Messages.word(kind));
    }

    static String reason(Component page, Reason reason) {
        return page.getTranslation("ledger.reason." + Messages.word(reason));
    }
}
