package nl.buurtbundel.shell;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.inject.Inject;
import java.util.Arrays;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.foundation.NotFound;

/** Leads everybody to where their work begins. */
@CdiComponent
@Route("")
class HomeView extends Div implements BeforeEnterObserver {
    private final transient Access access;

    @Inject
    HomeView(Access access) {
        this.access = access;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var user = access.findUser().orElseThrow(NotFound::new);
        String first = Arrays.stream(MenuEntry.values())
                .filter(entry -> user.allRoles().stream().anyMatch(entry::isFor))
                .findFirst()
                .orElseThrow(NotFound::new)
                .path();
        event.forwardTo(first);
    }
}
