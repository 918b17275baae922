package nl.buurtbundel.ledger.ui;

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
