package nl.buurtbundel.ledger.ui;

import nl.buurtbundel.ledger.AccountId;
import nl.buurtbundel.ledger.TransferId;

/** The ways to the pages of the ledger. */
public final class LedgerNavigation {
    static final String LEDGER = "grootboek";
    static final String ACCOUNT = LEDGER + "/rekening";

    static final String TRANSFER = LEDGER + "/boeking";

    static final String RECONCILIATION = "aansluiting";

    private LedgerNavigation() {}

    public static String ledger() {
        return LEDGER;
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
