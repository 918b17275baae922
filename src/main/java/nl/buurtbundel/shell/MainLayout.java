package nl.buurtbundel.shell;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.server.VaadinSession;
import jakarta.inject.Inject;
import java.util.Locale;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.access.User;
import nl.buurtbundel.foundation.Messages;

/** Name, menu of what this user may open, language, way out. */
@CdiComponent
@Layout
@Uses(Notification.class) // the error handler shows it, and the bundle holds only what views reach
class MainLayout extends AppLayout {

    @Inject
    MainLayout(Access access) {
        setPrimarySection(Section.NAVBAR);
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(getTranslation("shell.menu"));
        Anchor name = new Anchor("/", "Buurtbundel");
        name.addClassName("bb-product-name");
        Span space = new Span();
        space.addClassName("bb-grow");
        addToNavbar(toggle, name, space);
        access.findUser().ifPresent(this::addUser);
    }

    private void addUser(User user) {
        Span who = new Span(user.displayName());
        who.addClassName("bb-user-name");
        addToNavbar(who, languageSwitch());
        getElement().appendChild(logoutForm());
        SideNav menu = new SideNav();
        menu.setLabel(getTranslation("shell.menu"));
        for (MenuEntry entry : MenuEntry.values()) {
            if (user.roles().stream().anyMatch(entry::isFor)) {
                menu.addItem(new SideNavItem(getTranslation(entry.messageKey()), entry.path()));
            }
        }
        addToDrawer(menu);
        if (user.is(Role.RESIDENT)) {
            setDrawerOpened(false);
        }
    }

    private Button languageSwitch() {
        Locale other = Messages.supported(getLocale()).equals(Messages.DUTCH) ? Messages.ENGLISH : Messages.DUTCH;
        Button button = new Button(other.getDisplayLanguage(other), click -> {
            VaadinSession.getCurrent().setLocale(other);
            UI.getCurrent().getPage().reload();
        });
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        button.getElement().setAttribute("lang", other.getLanguage());
        return button;
    }

    /** A form of its own: logging out ends the session, so it must not be a link that something follows by itself. */
    private Element logoutForm() {
        Element form = new Element("form");
        form.setAttribute("method", "post");
        form.setAttribute("action", LoginServlet.LOGOUT.substring(1));
        form.setAttribute("slot", "navbar");
        Element button = new Element("button");
        button.setAttribute("type", "submit");
        button.setAttribute("class", "bb-logout");
        button.setText(getTranslation("shell.logout"));
        form.appendChild(button);
        return form;
    }
}
