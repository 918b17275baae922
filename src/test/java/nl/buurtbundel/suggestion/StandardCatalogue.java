package nl.buurtbundel.suggestion;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.buurtbundel.catalogue.CollectiveAlternative;
import nl.buurtbundel.foundation.RecordDocument;

/** The catalogue as it ships, without a server. */
final class StandardCatalogue {

    private StandardCatalogue() {}

    static List<CollectiveAlternative> alternatives() {
        try (InputStream in = StandardCatalogue.class.getResourceAsStream("/catalogue/standard.json")) {
            return RecordDocument.readList(
                    CollectiveAlternative.class, "alternatives", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CollectiveAlternative alternative(String id) {
        return alternatives().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
