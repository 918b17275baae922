package nl.buurtbundel.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Locale;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import nl.buurtbundel.foundation.Conflict;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.Refusal;
import nl.buurtbundel.foundation.ui.HowItIsNow;
import org.jspecify.annotations.Nullable;

/** What all views share: the nonce on scripts, the container's threads, Dutch by default, and errors that people can read. */
@ApplicationScoped
class ServiceSettings {
    private static final Logger LOGGER = Logger.getLogger(ServiceSettings.class.getName());

    @Resource
    private ManagedExecutorService executor;

    void configure(@Observes ServiceInitEvent event) {
        event.setExecutor(executor);
        event.addIndexHtmlRequestListener(response -> {
            Object nonce = response.getVaadinRequest().getAttribute(SecurityHeaders.NONCE);
            response.getDocument().select("script").attr("nonce", String.valueOf(nonce));
            response.getDocument().child(0).attr("lang", language());
        });
        event.getSource()
                .setSystemMessagesProvider(info -> whenThePageIsCutOff(info.getLocale(), isTouched(info.getRequest())));
        event.getSource().addUIInitListener(opened -> {
            UI ui = opened.getUI();
            ui.getReconnectDialogConfiguration().setDialogText(Messages.text(ui.getLocale(), "shell.connection.lost"));
            ui.getReconnectDialogConfiguration()
                    .setDialogTextGaveUp(Messages.text(ui.getLocale(), "shell.connection.given-up"));
        });
        event.getSource().addSessionInitListener(started -> {
            started.getSession().setLocale(Messages.DUTCH);
            started.getSession().setErrorHandler(ServiceSettings::show);
        });
        event.getSource()
                .addSessionDestroyListener(ended -> logOut(ended.getSession().getSession()));
    }

    /** Views that were closed because nobody touched them would otherwise leave behind who had logged in. */
    private static void logOut(@Nullable WrappedSession session) {
        try {
            if (session != null) {
                session.invalidate();
            }
        } catch (IllegalStateException alreadyOver) {
            LOGGER.log(Level.FINE, "The session was over already", alreadyOver);
        }
    }

    /** What the page says by itself when its session has ended or the server could not answer it. */
    private static SystemMessages whenThePageIsCutOff(Locale wanted, boolean touched) {
        Locale locale = Messages.supported(wanted);
        String how = touched ? ".touched" : "";
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption(Messages.text(locale, "shell.session.over"));
        messages.setSessionExpiredMessage(Messages.text(locale, "shell.session.over.what-to-do" + how));
        messages.setInternalErrorCaption(Messages.text(locale, "shell.error.title"));
        messages.setInternalErrorMessage(Messages.text(locale, "shell.error.public"));
        messages.setCookiesDisabledCaption(Messages.text(locale, "shell.cookies.off"));
        messages.setCookiesDisabledMessage(Messages.text(locale, "shell.cookies.off.what-to-do" + how));
        return messages;
    }

    /** A telephone has no Escape. */
    private static boolean isTouched(@Nullable VaadinRequest request) {
        String browser = request == null ? null : request.getHeader("User-Agent");
        return browser != null && browser.contains("Mobi");
    }

    private static String language() {
        VaadinSession session = VaadinSession.getCurrent();
        return session == null ? "nl" : Messages.supported(session.getLocale()).getLanguage();
    }

    /** A rule that said no is told as it is; a mistake of ours gets a number to ask for, and its trace stays in the log. */
    private static void show(ErrorEvent error) {
        UI ui = UI.getCurrent();
        Throwable thrown = error.getThrowable();
        RuntimeException known =
                thrown instanceof RuntimeException runtime ? Refusal.unwrapped(runtime) : new RuntimeException(thrown);
        String text;
        if (known instanceof Refusal refusal) {
            text = refusal.text(ui == null ? Messages.DUTCH : ui.getLocale());
        } else {
            String reference = UUID.randomUUID().toString().substring(0, 8);
            LOGGER.log(Level.SEVERE, "Mistake " + reference, thrown);
            text = Messages.text(ui == null ? Messages.DUTCH : ui.getLocale(), "shell.error.ours", reference);
        }
        if (ui != null) {
            ui.access(() -> {
                // it stays until it has been read: nobody has to be quick
                Notification notification = new Notification();
                notification.add(new Paragraph(text));
                if (known instanceof Conflict) {
                    Button show = HowItIsNow.button(notification);
                    show.addClickListener(click -> notification.close());
                    notification.add(show);
                }
                notification.add(
                        new Button(Messages.text(ui.getLocale(), "shell.error.close"), click -> notification.close()));
                notification.setDuration(0);
                notification.setPosition(Notification.Position.MIDDLE);
                notification.addThemeVariants(NotificationVariant.LUMO_ERROR);
                notification.setAssertive(true);
                // it was about the page that is left now
                Registration left = ui.addAfterNavigationListener(navigation -> notification.close());
                notification.addOpenedChangeListener(change -> {
                    if (!change.isOpened()) {
                        left.remove();
                    }
                });
                notification.open();
            });
        }
    }
}
