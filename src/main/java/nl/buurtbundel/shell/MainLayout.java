package nl.buurtbundel.shell;

import com.vaadin.cdi.annotation.CdiComponent;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.applayout.AppLayout;
import com.vaadin.flow.component.applayout.DrawerToggle;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.Uses;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.server.VaadinSession;
import jakarta.inject.Inject;
import java.util.Locale;
import nl.buurtbundel.access.Access;
import nl.buurtbundel.access.Operation;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.access.User;
import nl.buurtbundel.foundation.Formats;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.ui.Notice;
import nl.buurtbundel.ledger.Proofs;
import nl.buurtbundel.ledger.ui.LedgerNavigation;
import nl.buurtbundel.outcome.DecidingCosts;
import nl.buurtbundel.signal.Patterns;
import nl.buurtbundel.signal.Signals;
import nl.buurtbundel.signal.ui.HereItChafes;
import org.jspecify.annotations.Nullable;

/** Way to the content, name, menu of what this user may open, language, way out; and the place of the view itself. */
@CdiComponent
@Layout
@JsModule("./foundation/focus.ts")
@Uses(Notification.class) // the error handler makes it, where the build of the screens does not look
class MainLayout extends AppLayout implements AfterNavigationObserver {
    private final Main main = new Main();
    private final transient Access access;
    private final transient Proofs proofs;
    private final transient Signals signals;
    private final transient Patterns patterns;
    private final transient DecidingCosts costs;
    private @Nullable HereItChafes chafes;

    @Inject
    MainLayout(Access access, Proofs proofs, Signals signals, Patterns patterns, DecidingCosts costs) {
        this.access = access;
        this.proofs = proofs;
        this.signals = signals;
        this.patterns = patterns;
        this.costs = costs;
        setPrimarySection(Section.NAVBAR);
        main.addClassName("bb-main");
        main.getElement().setAttribute("tabindex", "-1"); // so that it can take the focus, and the menu is passed by
        setContent(main);
        DrawerToggle toggle = new DrawerToggle();
        toggle.setAriaLabel(getTranslation("shell.menu"));
        Anchor name = new Anchor("/", "Buurtbundel");
        name.addClassName("bb-product-name");
        Span space = new Span();
        space.addClassName("bb-grow");
        addToNavbar(skip(), toggle, name, space);
        access.findUser().ifPresent(this::addUser);
    }

    @Override
    public void showRouterLayoutContent(HasElement view) {
        main.removeAll();
        addAlarm();
        main.getElement().appendChild(view.getElement());
        afterNavigation();
    }

    /** A book that does not balance is told on every page of who looks after it, until it does. */
    private void addAlarm() {
        access.findUser()
                .filter(user -> access.may(Operation.SEE_LEDGER))
                .flatMap(user -> proofs.findLast(user.municipality()))
                .filter(report -> !report.holds())
                .ifPresent(report -> main.add(
                        Notice.warning(getTranslation(
                                "shell.alarm.ledger", Formats.of(getLocale()).dateTime(report.at()))),
                        new Anchor(LedgerNavigation.ledger(), getTranslation("shell.alarm.look"))));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        AskedAddress.isFirstView();
        showWhereItMayChafe(event);
        noteOpened(event);
        main.getChildren()
                .filter(HasDynamicTitle.class::isInstance)
                .map(HasDynamicTitle.class::cast)
                .findFirst()
                .ifPresent(view -> event.getLocationChangeEvent()
                        .getUI()
                        // after the router has set the bare title of the view
                        .beforeClientResponse(
                                this, last -> last.getUI().getPage().setTitle(view.getPageTitle() + " – Buurtbundel")));
    }

    /** Below the page itself, for who may see the page; not below one that says that there is none. */
    private void showWhereItMayChafe(AfterNavigationEvent event) {
        HereItChafes before = chafes;
        if (before != null) {
            before.removeFromParent();
            chafes = null;
        }
        if (isPage(event) && access.may(Operation.SIGNAL)) {
            ChafingPages.at(event.getLocation().getPath()).ifPresent(one -> {
                HereItChafes here = new HereItChafes(one.place(), one.about(), signals, patterns);
                main.add(here);
                chafes = here;
            });
        }
    }

    private static boolean isPage(AfterNavigationEvent event) {
        return event.getActiveChain().stream().noneMatch(HasErrorParameter.class::isInstance);
    }

    /** What it costs to decide is derived from this, so that nobody enters hours. */
    private void noteOpened(AfterNavigationEvent event) {
        if (isPage(event)) {
            WorkedPages.at(event.getLocation().getPath()).ifPresent(work -> costs.noteOpened(work.step(), work.plan()));
        }
    }

    /** A button and no link: the address of the page must stay as it is. */
    private NativeButton skip() {
        NativeButton skip = new NativeButton(
                getTranslation("shell.skip"), click -> main.getElement().callJsFunction("focus"));
        skip.addClassName("bb-skip");
        return skip;
    }

    private void addUser(User user) {
        Span who = new Span(user.displayName());
        who.addClassName("bb-user-name");
        addToNavbar(who, languageSwitch());
        getElement().appendChild(logoutForm());
        SideNav menu = new SideNav();
        menu.setLabel(getTranslation("shell.menu"));
        MenuEntry.of(user.allRoles())
                .forEach(entry -> menu.addItem(new SideNavItem(getTranslation(entry.messageKey()), entry.path())));
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
