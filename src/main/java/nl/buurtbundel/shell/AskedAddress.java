package nl.buurtbundel.shell;

import com.vaadin.flow.router.Location;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody wanted to go before the login came between. It comes back from the browser, so it is believed only when it is
 * the address of a view of ours: nobody can be led elsewhere by a link to the login page.
 */
final class AskedAddress {
    static final String PARAMETER = "naar";

    private static final String REMEMBERED = AskedAddress.class.getName();
    private static final int LONGEST = 300;
    /** Begins with one slash and then a letter or digit, so that no browser reads the name of a computer in it. */
    private static final Pattern OURS = Pattern.compile("/[a-zA-Z0-9][a-zA-Z0-9/_-]*(\\?[a-zA-Z0-9=&_.%+-]*)?");

    private AskedAddress() {}

    /** The login page, which knows where this request wanted to go. */
    static String loginFor(HttpServletRequest request, String path) {
        String query = request.getQueryString();
        return loginFor(query == null ? path : path + "?" + query);
    }

    /** The login page, which knows that this view was asked for. */
    static String loginFor(Location view) {
        return loginFor("/" + view.getPathWithQueryParameters());
    }

    private static String loginFor(String asked) {
        return read(asked)
                .map(address ->
                        LoginServlet.PATH + "?" + PARAMETER + "=" + URLEncoder.encode(address, StandardCharsets.UTF_8))
                .orElse(LoginServlet.PATH);
    }

    static Optional<String> read(@Nullable String asked) {
        return Optional.ofNullable(asked)
                .filter(address ->
                        address.length() <= LONGEST && OURS.matcher(address).matches());
    }

    /** Until the first view is shown: who may not see it is then led to the own first page. */
    static void remember(HttpSession session) {
        session.setAttribute(REMEMBERED, true);
    }

    /** Whether the view that opens now is the first after the login. Asked for once. */
    static boolean isFirstView() {
        WrappedSession session = VaadinSession.getCurrent().getSession();
        boolean first = session.getAttribute(REMEMBERED) != null;
        session.removeAttribute(REMEMBERED);
        return first;
    }
}
