package nl.buurtbundel.access.ui;

/** The way to the page of the audit log. */
public final class AuditNavigation {
    static final String AUDIT = "logboek";

    private AuditNavigation() {}

    public static String audit() {
        return AUDIT;
    }
}
