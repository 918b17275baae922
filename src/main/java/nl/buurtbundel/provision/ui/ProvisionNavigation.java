package nl.buurtbundel.provision.ui;

/** The ways to the repair list and to the table of needs. */
public final class ProvisionNavigation {
    static final String REPAIRS = "herstellijst";
    static final String NEEDS = "hulpvragen";

    private ProvisionNavigation() {}

    public static String repairs() {
        return REPAIRS;
    }

    public static String needs() {
        return NEEDS;
    }
}
