package nl.buurtbundel.household;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.buurtbundel.foundation.Messages;
import org.junit.jupiter.api.Test;

/** Residents read what somebody looked for: in words, in both languages, whichever room looked. */
class LooksInWordsTest {
    private static final Pattern CALL = Pattern.compile("\\.looked\\(\\s*([^,]+),");
    private static final Pattern KEY = Pattern.compile("\"([a-z]+(?:\\.[a-z-]+)+)\"");

    @Test
    void every_look_names_a_reason_that_has_a_text() throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                Matcher call = CALL.matcher(Files.readString(source));
                while (call.find()) {
                    Matcher key = KEY.matcher(call.group(1));
                    assertThat(key.matches())
                            .as("a look in %s names its reason as a constant: %s", source, call.group(1))
                            .isTrue();
                    keys.add(key.group(1));
                }
            }
        }
        assertThat(keys).hasSizeGreaterThan(4);
        for (String key : keys) {
            for (Locale locale : Messages.LOCALES) {
                assertThat(Messages.has(locale, key)).as(key + " " + locale).isTrue();
            }
        }
    }
}
