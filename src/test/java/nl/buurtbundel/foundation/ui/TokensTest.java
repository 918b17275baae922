package nl.buurtbundel.foundation.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {

    private static final Path TOKENS = Path.of("frontend/themes/buurtbundel/basis.css");
    private static final Pattern TOKEN = Pattern.compile("(--bb-[a-z0-9-]+):\\s*([^;]+);");

    @Test
    void every_token_that_a_style_or_a_picture_uses_exists() throws IOException {
        Map<String, String> tokens = tokens();
        try (var files = Files.walk(Path.of("frontend"))) {
            for (Path file : Stream.concat(Stream.of(Path.of("src/main/webapp/openbaar.css")), files)
                    .filter(path -> path.toString().matches(".*/(themes|foundation|webapp)/.*\\.(css|ts)"))
                    .toList()) {
                Matcher use = Pattern.compile("var\\((--bb-[a-z0-9-]+)\\)").matcher(Files.readString(file));
                while (use.find()) {
                    assertThat(tokens).as(file.toString()).containsKey(use.group(1));
                }
            }
        }
    }

    /** WCAG 2.2: 4.5 for text, 3 for what only has to be seen. */
    @ParameterizedTest
    @CsvSource({
        "ink, paper, 7",
        "ink, surface, 7",
        "ink, focus-halo, 7",
        "ink-soft, paper, 4.5",
        "ink-soft, surface, 4.5",
        "action, paper, 4.5",
        "action, surface, 4.5",
        "action, action-wash, 4.5",
        "action-contrast, action, 4.5",
        "action-contrast, action-strong, 4.5",
        "info, info-wash, 4.5",
        "warning, warning-wash, 4.5",
        "success, success-wash, 4.5",
        "error, error-wash, 4.5",
        "error, paper, 4.5",
        "ink, info-wash, 4.5",
        "paper, info, 4.5",
        "paper, warning, 4.5",
        "paper, success, 4.5",
        "paper, error, 4.5",
        "line, paper, 3",
        "line, surface, 3",
        "focus, paper, 3",
        "focus, surface, 3",
        "today, paper, 3",
        "together, paper, 3",
        "needed, paper, 3",
        "realised, paper, 3",
        "planned, paper, 3",
        "limit, paper, 3"
    })
    void contrast_is_enough(String one, String other, double atLeast) throws IOException {
        Map<String, String> tokens = tokens();

        assertThat(contrast(tokens.get("--bb-" + one), tokens.get("--bb-" + other)))
                .isGreaterThanOrEqualTo(atLeast);
    }

    private static Map<String, String> tokens() throws IOException {
        String text = Files.readString(TOKENS);
        String block = text.substring(text.indexOf(":root {"), text.indexOf('}'));
        Map<String, String> tokens = new TreeMap<>();
        TOKEN.matcher(block).results().forEach(token -> tokens.put(token.group(1), token.group(2)));
        return tokens;
    }

    private static double contrast(String one, String other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String hex) {
        int colour = Integer.parseInt(hex.substring(1), 16);
        return 0.2126 * linear(colour >> 16) + 0.7152 * linear(colour >> 8) + 0.0722 * linear(colour);
    }

    private static double linear(int colour) {
        double share = (colour & 0xff) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
