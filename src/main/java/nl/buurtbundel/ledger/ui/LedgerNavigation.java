package nl.buurtbundel.ledger.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import nl.buurtbundel.ledger.AccountId;
import nl.buurtbundel.ledger.TransferId;

/** The ways to the pages of the ledger. */
public final class LedgerNavigation {
    static final String LEDGER = "grootboek";
    static final String ACCOUNT = LEDGER + "/rekening";

    static final String TRANSFER = LEDGER + "/boeking";

    static final String RECONCILIATION = "aansluiting";

    /** In the address of the ledger: what the accounts are of. */
    static final String OF = "over";

    private LedgerNavigation() {}

    public static String ledger() {
        return LEDGER;
    }

    /** The accounts of all years that belong to a reference, such as {@code initiative:7}. */
    public static String accountsOf(String reference) {
        return LEDGER + '?' + OF + '=' + URLEncoder.encode(reference, StandardCharsets.UTF_8);
    }

    /** Leads to the bookings behind the figures of one of many. */
    public static Anchor toAccountsOf(Component page, String reference, String name) {
        Anchor accounts = new Anchor(accountsOf(reference), page.getTranslation("ledger.accounts.see"));
        accounts.setAriaLabel(page.getTranslation("ledger.accounts.see-which", name));
        return accounts;
    }

    public static String account(AccountId account) {
        return ACCOUNT + '/' + account.value();
    }

    public static String transfer(TransferId transfer) {
        return TRANSFER + '/' + transfer.value();
    }

    /** This book beside the municipality’s own. */
    public static String reconciliation() {
        return RECONCILIATION;
    }
}
