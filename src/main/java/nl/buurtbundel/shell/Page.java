package nl.buurtbundel.shell;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.MustacheFactory;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import nl.buurtbundel.foundation.Messages;

/** A plain HTML page made from a template under {@code /pages}; everything put in is escaped. */
final class Page {
    private static final MustacheFactory TEMPLATES = new DefaultMustacheFactory("pages");

    private Page() {}

    /** Dutch, unless the visitor chose English on this page. */
    static Locale locale(HttpServletRequest request) {
        return "en".equals(request.getParameter("taal")) ? Messages.ENGLISH : Messages.DUTCH;
    }

    static void write(HttpServletRequest request, HttpServletResponse response, String template, Map<String, ?> values)
            throws IOException {
        Locale locale = locale(request);
        Map<String, Object> all = new HashMap<>(values);
        all.put("language", locale.getLanguage());
        all.put("english", locale.equals(Messages.ENGLISH));
        all.put("t", (Function<String, String>) key -> Messages.text(locale, key.strip()));
        all.put("loggedIn", request.getUserPrincipal() != null);
        StringWriter body = new StringWriter();
        TEMPLATES.compile(template + ".html").execute(body, all);
        response.setContentType("text/html");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Content-Language", locale.getLanguage());
        response.getWriter().write(body.toString());
    }
}
