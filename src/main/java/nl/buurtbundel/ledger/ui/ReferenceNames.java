package nl.buurtbundel.ledger.ui;

import com.vaadin.flow.component.Component;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the references of the ledger point at, in the words that its own pages have for them. */
@ApplicationScoped
public class ReferenceNames {
    private final Event<BookShown> bookShown;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected ReferenceNames() {
        this(null);
    }

    @Inject
    ReferenceNames(Event<BookShown> bookShown) {
        this.bookShown = bookShown;
    }

    /** In words that need nobody’s name, such as which team pot. */
    public static String words(Component page, String reference) {
        return new AccountName(page, Map.of(), Map.of(), Map.of()).reference(reference);
    }

    /** By reference; as far as who looks may know the names. */
    public Map<String, String> of(Component page, Collection<String> references) {
        BookShown shown = new BookShown(references, List.of());
        bookShown.fire(shown);
        AccountName names = new AccountName(page, Map.of(), shown.names(), Map.of());
        Map<String, String> words = new HashMap<>();
        references.forEach(reference -> words.put(reference, names.reference(reference)));
        return words;
    }
}
