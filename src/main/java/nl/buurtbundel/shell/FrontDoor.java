package nl.buurtbundel.shell;

import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Everything comes in here. The answer first gets its security headers, also where the server itself says no; then a session
 * that has lasted a working day ends (ASVS 5.0, 7.3.2; the idle one ends by {@code web.xml}), and who is not logged in is led to the public pages from the front page, and to the login page from every other view. One filter, because
 * the order of filters that are found by annotation is not defined.
 */
@WebFilter(
        urlPatterns = "/*",
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR},
        asyncSupported = true)
public class FrontDoor implements Filter {
    /** Everything that no servlet of ours answers; the name of the servlet of the views differs by how it was found. */
    private static final String VIEWS = "/*";

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "session.longest", defaultValue = "PT8H")
    private Duration longest;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        String path = http.getServletPath() + (http.getPathInfo() == null ? "" : http.getPathInfo());
        SecurityHeaders.set(http, answer, path);
        endAfterItsTime(http);
        if (http.getUserPrincipal() == null && asksForAView(http, path)) {
            String target = path.isEmpty() || path.equals("/") ? "/openbaar" : AskedAddress.loginFor(http, path);
            answer.sendRedirect(http.getContextPath() + target);
            return;
        }
        chain.doFilter(request, response);
    }

    /** What comes with a session that has ended is answered as the first request of somebody who is not logged in. */
    private void endAfterItsTime(HttpServletRequest request) throws ServletException {
        HttpSession session = request.getSession(false);
        if (session != null
                && Instant.ofEpochMilli(session.getCreationTime()).plus(longest).isBefore(clock.instant())) {
            request.logout();
            session.invalidate();
        }
    }

    private static boolean asksForAView(HttpServletRequest request, String path) {
        return request.getDispatcherType() == DispatcherType.REQUEST
                && "GET".equals(request.getMethod())
                && request.getParameter("v-r") == null
                && request.getHttpServletMapping().getPattern().equals(VIEWS)
                && !path.startsWith("/VAADIN/")
                && !path.contains(".");
    }
}
