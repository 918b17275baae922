package nl.buurtbundel.shell;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Shows who is not logged in the public pages at the front door and the login page at every other one. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class Entrance implements Filter {
    /** Everything that no servlet of ours answers; the name of the servlet of the views differs by how it was found. */
    private static final String VIEWS = "/*";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        String path = http.getServletPath() + (http.getPathInfo() == null ? "" : http.getPathInfo());
        boolean asksForAView = "GET".equals(http.getMethod())
                && http.getParameter("v-r") == null
                && http.getHttpServletMapping().getPattern().equals(VIEWS)
                && !path.startsWith("/VAADIN/")
                && !path.contains(".");
        if (http.getUserPrincipal() == null && asksForAView) {
            String target = path.isEmpty() || path.equals("/") ? "/openbaar" : LoginServlet.PATH;
            ((HttpServletResponse) response).sendRedirect(http.getContextPath() + target);
            return;
        }
        chain.doFilter(request, response);
    }
}
