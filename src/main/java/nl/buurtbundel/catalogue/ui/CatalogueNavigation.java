package nl.buurtbundel.catalogue.ui;

/** Where the screens of this room are. */
public final class CatalogueNavigation {
    static final String CATALOGUE = "catalogus";

    private CatalogueNavigation() {}

    public static String catalogue() {
        return CATALOGUE;
    }

    /** One alternative with its assumptions. */
    public static String alternative(String id) {
        return CATALOGUE + "/" + id;
    }

    /** What the law asks of it before it may start; that page belongs to a later room, only its address is known here. */
    public static String mayWe(String id) {
        return "mogen-wij/" + id;
    }
}
