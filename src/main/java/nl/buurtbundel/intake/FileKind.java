package nl.buurtbundel.intake;

import java.util.Locale;
import java.util.Optional;

/** What a file is, by its name. In the order in which the files of one import are handled. */
enum FileKind {
    SHAPES,
    KEY_FIGURES,
    ADDRESSES,
    TARIFFS,
    HOUSEHOLDS,
    CONSENTS,
    PROVISIONS,
    MESSAGE;

    static Optional<FileKind> find(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        if (name.endsWith(".xml")) {
            return Optional.of(MESSAGE);
        }
        if (name.endsWith(".geojson")) {
            return Optional.of(SHAPES);
        }
        if (!name.endsWith(".csv")) {
            return Optional.empty();
        }
        if (name.startsWith("adressen") || name.startsWith("pc6")) {
            return Optional.of(ADDRESSES);
        }
        if (name.startsWith("tarieven")) {
            return Optional.of(TARIFFS);
        }
        if (name.startsWith("huishoudens")) {
            return Optional.of(HOUSEHOLDS);
        }
        if (name.startsWith("toestemming")) {
            return Optional.of(CONSENTS);
        }
        if (name.startsWith("voorzieningen")) {
            return Optional.of(PROVISIONS);
        }
        return name.contains("kwb") ? Optional.of(KEY_FIGURES) : Optional.empty();
    }
}
