package nl.buurtbundel.shell;

import jakarta.inject.Inject;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;

/** Sends the cookie of the session over https only; but for the demo, which people open on their own machine without it. */
@WebListener
public class SessionCookie implements ServletContextListener {
    @Inject
    private Demo demo;

    @Override
    public void contextInitialized(ServletContextEvent event) {
        event.getServletContext().getSessionCookieConfig().setSecure(!demo.isOn());
    }
}
