package nl.buurtbundel.shell;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AboutPageTest {

    @Test
    void it_says_in_both_languages_what_is_seen_what_never_and_whom_to_ask() throws IOException {
        assertThat(written("about", "nl"))
                .contains("<html lang=\"nl\">", "Wat hier nooit staat", "WCAG 2.2", "Meld het bij uw gemeente")
                .doesNotContain("shell.about", "<script", "style=");
        assertThat(written("about", "en"))
                .contains("<html lang=\"en\">", "What never stands here", "WCAG 2.2", "Report it to your municipality")
                .doesNotContain("shell.about", "<script", "style=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"public", "plan", "login", "error", "about", "may"})
    void every_plain_page_leads_to_it(String page) throws IOException {
        assertThat(written(page, "nl")).contains("<a href=\"/openbaar/over\">Over deze site</a>");
        assertThat(written(page, "en")).contains("<a href=\"/openbaar/over?taal=en\">About this site</a>");
    }

    private static String written(String page, String language) throws IOException {
        StringWriter body = new StringWriter();
        Map<String, List<String>> nothing = Map.of("plans", List.of(), "people", List.of(), "questions", List.of());
        Page.write(
                answering(HttpServletRequest.class, "getParameter", language),
                answering(HttpServletResponse.class, "getWriter", new PrintWriter(body, true)),
                page,
                nothing);
        return body.toString();
    }

    /** Gives this answer to one question, and nothing to any other. */
    private static <T> T answering(Class<T> type, String question, Object answer) {
        return type.cast(Proxy.newProxyInstance(
                AboutPageTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> method.getName().equals(question) ? answer : null));
    }
}
