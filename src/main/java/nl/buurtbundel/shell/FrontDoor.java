package nl.buurtbundel.shell;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Everything comes in here. The answer first gets its security headers, also where the server itself says no; then who is not
 * logged in is led to the public pages from the front page, and to the login page from every other view. One filter, because
 * the order of filters that are found by annotation is not defined.
 */
@WebFilter(
        urlPatterns = "/*",
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR},
        asyncSupported = true)
public class FrontDoor implements Filter {
    /** Everything that no servlet of ours answers; the name of the servlet of the views differs by how it was found. */
    private static final String VIEWS = "/*";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        HttpServletResponse answer = (HttpServletResponse) response;
        String path = http.getServletPath() + (http.getPathInfo() == null ? "" : http.getPathInfo());
        SecurityHeaders.set(http, answer, path);
        if (http.getUserPrincipal() == null && asksForAView(http, path)) {
            String target = path.isEmpty() || path.equals("/") ? "/openbaar" : LoginServlet.PATH;
            answer.sendRedirect(http.getContextPath() + target);
            return;
        }
        chain.doFilter(request, response);
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
