package nl.buurtbundel.household.ui;

/** The way to the own file. */
public final class HouseholdNavigation {
    static final String OWN_FILE = "mijn-gegevens";

    private HouseholdNavigation() {}

    public static String ownFile() {
        return OWN_FILE;
    }
}
