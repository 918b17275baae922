package nl.buurtbundel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {
    private static final Pattern VALUE = Pattern.compile("\\{\\{#?([a-zA-Z]+)\\}\\}");

    /** The frame asks for values too: what a page calls its own must not be one of those. */
    @ParameterizedTest
    @ValueSource(strings = {"public", "plan", "error"})
    void the_link_to_the_other_language_leads_to_this_page_whatever_it_shows(String template) throws IOException {
        Map<String, Object> values = new HashMap<>();
        VALUE.matcher(source(template)).results().forEach(value -> values.put(value.group(1), "€ 1.234"));

        assertThat(written(template, values)).contains("<a href=\"?taal=en\" lang=\"en\">English</a>");
    }

    private static String source(String template) throws IOException {
        try (InputStream page = PageTest.class.getResourceAsStream("/pages/" + template + ".html")) {
            assertThat(page).isNotNull();
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String written(String template, Map<String, Object> values) throws IOException {
        StringWriter body = new StringWriter();
        PrintWriter writer = new PrintWriter(body);
        HttpServletRequest request = answering(HttpServletRequest.class, Map.of());
        Page.write(request, answering(HttpServletResponse.class, Map.of("getWriter", writer)), template, values);
        writer.flush();
        return body.toString();
    }

    /** Answers these questions, and nothing to any other. */
    private static <T> T answering(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                PageTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.get(method.getName())));
    }
}
