package nl.buurtbundel.foundation;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All texts for people, in Dutch and English, one file a room and language: {@code messages/<room>_<language>.properties}.
 * The first word of a key is the room.
 */
public final class Messages {
    public static final Locale DUTCH = Locale.forLanguageTag("nl-NL");
    public static final Locale ENGLISH = Locale.forLanguageTag("en-GB");
    public static final List<Locale> LOCALES = List.of(DUTCH, ENGLISH);

    private static final Map<String, Properties> FILES = new ConcurrentHashMap<>();

    private Messages() {}

    /** English for any kind of English, Dutch for all else. */
    public static Locale supported(Locale wanted) {
        return "en".equals(wanted.getLanguage()) ? ENGLISH : DUTCH;
    }

    public static boolean has(Locale locale, String key) {
        return file(locale, key).containsKey(key);
    }

    /** @throws IllegalArgumentException if the key has no text: a mistake in the program */
    public static String text(Locale locale, String key, Object... parameters) {
        Locale known = supported(locale);
        String pattern = file(known, key).getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no text for " + key);
        }
        return parameters.length == 0 ? pattern : new MessageFormat(pattern, known).format(parameters);
    }

    /** What was written; where it is what a form filled in and nobody changed, in the language of who reads. */
    public static String retold(Locale locale, String key, String written) {
        return LOCALES.stream().anyMatch(language -> text(language, key).equals(written)) ? text(locale, key) : written;
    }

    /** A constant as the keys of texts write it: {@code SENT_BACK} is {@code sent-back}. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Properties file(Locale locale, String key) {
        int dot = key.indexOf('.');
        String room = dot < 0 ? key : key.substring(0, dot);
        return FILES.computeIfAbsent(room + "_" + supported(locale).getLanguage(), Messages::load);
    }

    private static Properties load(String name) {
        Properties texts = new Properties();
        try (InputStream in = Messages.class.getResourceAsStream("/messages/" + name + ".properties")) {
            if (in != null) {
                texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
