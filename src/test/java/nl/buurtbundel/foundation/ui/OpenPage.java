package nl.buurtbundel.foundation.ui;

import com.vaadin.flow.component.UI;
import nl.buurtbundel.foundation.Messages;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A page in Dutch is open while a test runs, for what opens itself on the current page. It is held here: Vaadin holds the
 * current page weakly, and a collection in the middle of a test would take it.
 */
public final class OpenPage implements BeforeEachCallback, AfterEachCallback {
    private @Nullable UI page;

    @Override
    public void beforeEach(ExtensionContext test) {
        page = new UI();
        page.setLocale(Messages.DUTCH);
        UI.setCurrent(page);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        UI.setCurrent(null);
        page = null;
    }
}
