package nl.buurtbundel.provision.ui;

/** The ways to the pages about provisions. */
public final class ProvisionNavigation {
    static final String REPAIRS = "herstellijst";
    static final String NEEDS = "hulpvragen";
    static final String TAKING_PART = "meedoen-of-niet";

    private ProvisionNavigation() {}

    public static String repairs() {
        return REPAIRS;
    }

    public static String needs() {
        return NEEDS;
    }

    public static String takingPart() {
        return TAKING_PART;
    }
}
