package nl.buurtbundel.shell;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.AutoApplySession;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import nl.buurtbundel.access.Users;
import org.jspecify.annotations.Nullable;

/**
 * Lets people of the demo in without a password, and only under the demo switch. The session remembers who it was; what that
 * person may do is read from the account on every question.
 */
@AutoApplySession
@ApplicationScoped
public class DemoLogin implements HttpAuthenticationMechanism {
    private final Demo demo;
    private final Users users;

    @SuppressWarnings("NullAway") // only for the proxy that the container makes
    protected DemoLogin() {
        this(null, null);
    }

    @Inject
    DemoLogin(Demo demo, Users users) {
        this.demo = demo;
        this.users = users;
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if ("POST".equals(request.getMethod()) && LoginServlet.PATH.equals(request.getServletPath()) && demo.isOn()) {
            @Nullable String wanted = request.getParameter(LoginServlet.PERSON);
            boolean known = users.listDemoUsers().stream()
                    .anyMatch(person -> person.loginName().equals(wanted));
            if (known && wanted != null) {
                return context.notifyContainerAboutLogin(wanted, Set.of("user"));
            }
        }
        return context.doNothing();
    }
}
