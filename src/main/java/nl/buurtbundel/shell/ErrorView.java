package nl.buurtbundel.shell;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.ParentLayout;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.foundation.NotFound;
import nl.buurtbundel.foundation.Refusal;

/** What people see when a page could not be shown: a reason they can understand, and a way on. */
@CdiComponent
@ParentLayout(MainLayout.class)
class ErrorView extends Div implements HasErrorParameter<Exception>, HasDynamicTitle {
    private static final Logger LOGGER = Logger.getLogger(ErrorView.class.getName());

    private final transient Access access;

    @Inject
    ErrorView(Access access) {
        this.access = access;
    }

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        Exception thrown = parameter.getException();
        RuntimeException known =
                thrown instanceof RuntimeException runtime ? Refusal.unwrapped(runtime) : new RuntimeException(thrown);
        elsewhere(known, event.getLocation())
                .ifPresent(address -> event.getUI().getPage().setLocation(address));
        if (known instanceof Refusal refusal) {
            show(getTranslation("shell.error.title"), refusal.text(getLocale()));
            return known instanceof NotFound ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_CONFLICT;
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOGGER.log(Level.SEVERE, "Mistake " + reference, thrown);
        show(getTranslation("shell.error.title"), getTranslation("shell.error.ours", reference));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    /**
     * Where the reader is better off than here. The container still gives a person with a session that is being closed, so the
     * front door can let somebody through who is nobody by the time the view asks: that is no missing page but a new login.
     */
    Optional<String> elsewhere(RuntimeException known, Location asked) {
        if (!(known instanceof NotFound)) {
            return Optional.empty();
        }
        if (access.findUser().isEmpty()) {
            return Optional.of(AskedAddress.loginFor(asked));
        }
        return AskedAddress.isFirstView() ? Optional.of("/") : Optional.empty();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("shell.error.title");
    }

    private void show(String title, String text) {
        addClassNames("bb-page", "bb-stack");
        add(new H1(title), new Paragraph(text), new Anchor("/", getTranslation("shell.error.back")));
    }
}
