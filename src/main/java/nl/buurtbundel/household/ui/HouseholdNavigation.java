package nl.buurtbundel.household.ui;

import nl.buurtbundel.household.FileShareId;

/** The way to the own file. */
public final class HouseholdNavigation {
    static final String OWN_FILE = "mijn-gegevens";
    static final String BREAKTHROUGH = "mijn-gegevens/doorbraakplan";
    static final String ID = "id";
    static final String SHARED = "gedeeld/:" + ID + "([0-9]{1,18})";

    private HouseholdNavigation() {}

    /** What somebody else lets the reader look at. */
    static String shared(FileShareId id) {
        return "gedeeld/" + id.value();
    }

    public static String ownFile() {
        return OWN_FILE;
    }
}
