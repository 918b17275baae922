package nl.buurtbundel.shell;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import nl.buurtbundel.access.Role;
import nl.buurtbundel.access.Users;
import nl.buurtbundel.foundation.Messages;
import org.jspecify.annotations.Nullable;

/** Choosing a person of the demo, and logging out. */
@WebServlet(urlPatterns = {LoginServlet.PATH, LoginServlet.LOGOUT})
public class LoginServlet extends HttpServlet {
    static final String PATH = "/inloggen";
    static final String LOGOUT = "/uitloggen";
    static final String PERSON = "persoon";

    @Inject
    private Users users;

    @Inject
    private Demo demo;

    @Inject
    private DemoProgress progress;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Locale locale = Page.locale(request);
        List<Person> people = demo.isOn()
                ? users.listDemoUsers().stream()
                        .filter(person -> !person.loginName().startsWith(DemoProgress.CROWD))
                        .map(person -> new Person(
                                person.loginName(),
                                person.user().displayName(),
                                roleText(
                                        locale, person.user().roles().iterator().next())))
                        .toList()
                : List.of();
        String asked =
                AskedAddress.read(request.getParameter(AskedAddress.PARAMETER)).orElse("");
        Page.write(
                request,
                response,
                "login",
                Map.of(
                        "demo", demo.isOn(),
                        "people", people,
                        "loading", !progress.isReady(),
                        "step", progress.step(),
                        "done", done(request, locale),
                        "asked", asked,
                        "askedEncoded", URLEncoder.encode(asked, StandardCharsets.UTF_8)));
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (LOGOUT.equals(request.getServletPath())) {
            leave(request);
            response.sendRedirect(request.getContextPath() + "/openbaar");
            return;
        }
        @Nullable String wanted = request.getParameter(PERSON);
        var principal = request.getUserPrincipal();
        if (principal == null) {
            response.sendRedirect(request.getContextPath() + PATH);
        } else if (!principal.getName().equals(wanted)) {
            // a session belongs to one person: end it, and have the browser ask again
            leave(request);
            response.setStatus(HttpServletResponse.SC_TEMPORARY_REDIRECT);
            response.setHeader("Location", request.getContextPath() + PATH);
        } else {
            request.changeSessionId();
            Optional<String> asked = AskedAddress.read(request.getParameter(AskedAddress.PARAMETER));
            if (asked.isPresent()) {
                AskedAddress.remember(request.getSession());
            }
            response.sendRedirect(request.getContextPath() + asked.orElse("/"));
        }
    }

    /** What the neighbours of the demo just did, or nothing. */
    private static String done(HttpServletRequest request, Locale locale) {
        @Nullable String count = request.getParameter("gedaan");
        if (count == null || !count.matches("[0-9]{1,4}")) {
            return "";
        }
        int neighbours = Integer.parseInt(count);
        return neighbours == 0
                ? Messages.text(locale, "shell.demo.neighbours.nobody")
                : Messages.text(locale, "shell.demo.neighbours.done", neighbours);
    }

    private static void leave(HttpServletRequest request) throws ServletException {
        request.logout();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    private static String roleText(Locale locale, Role role) {
        return Messages.text(locale, "shell.role." + Messages.word(role));
    }

    /** A person on the login page. */
    record Person(String loginName, String name, String role) {}
}
