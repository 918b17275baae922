package nl.buurtbundel.ledger.ui;

import com.vaadin.flow.component.Component;
import java.util.Locale;
import nl.buurtbundel.ledger.AccountKey;
import nl.buurtbundel.ledger.AccountKind;
import nl.buurtbundel.ledger.Reason;

/** Names of accounts and reasons as people read them. */
final class AccountName {

    private AccountName() {}

    static String of(Component page, AccountKey account) {
        StringBuilder name = new StringBuilder(kind(page, account.kind()));
        for (String part : new String[] {account.taskField(), account.reference()}) {
            if (!part.isEmpty()) {
                name.append(" · ").append(part);
            }
        }
        if (account.neighbourhood() != null) {
            name.append(" · ").append(account.neighbourhood());
        }
        return name.toString();
    }

    static String kind(Component page, AccountKind kind) {
        return page.getTranslation("ledger.kind." + key(kind));
    }

    static String reason(Component page, Reason reason) {
        return page.getTranslation("ledger.reason." + key(reason));
    }

    static String key(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
