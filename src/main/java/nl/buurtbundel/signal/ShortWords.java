package nl.buurtbundel.signal;

import java.util.regex.Pattern;
import nl.buurtbundel.foundation.Refusal;

/**
 * A few words of somebody’s own, or none. What points at a person is sent back before it is kept: a number as long as a citizen
 * service number or a telephone number, or an e-mail address.
 */
public record ShortWords(String text) {
    public static final int MAXIMUM_LENGTH = 200;
    private static final Pattern LONG_NUMBER = Pattern.compile("(?:\\d[ .-]?){8,}");
    private static final Pattern ADDRESS = Pattern.compile("\\S@\\S");

    public ShortWords {
        text = text.strip();
        if (text.length() > MAXIMUM_LENGTH) {
            throw new Refusal("signal.error.words-too-long", MAXIMUM_LENGTH);
        }
        if (LONG_NUMBER.matcher(text).find() || ADDRESS.matcher(text).find()) {
            throw new Refusal("signal.error.words-name-somebody");
        }
    }
}
