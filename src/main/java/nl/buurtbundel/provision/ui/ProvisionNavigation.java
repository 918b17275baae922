package nl.buurtbundel.provision.ui;

/** The way to the repair list. */
public final class ProvisionNavigation {
    static final String REPAIRS = "herstellijst";

    private ProvisionNavigation() {}

    public static String repairs() {
        return REPAIRS;
    }
}
