package nl.buurtbundel.intake;

import java.util.List;
import java.util.Locale;
import nl.buurtbundel.foundation.Messages;

/**
 * What was not taken, where it stands and why. Never holds the value itself: that could be a BSN or a name.
 *
 * @param line 0 if it is about the file as a whole
 * @param field the element or column, empty if it is about the line or the file as a whole
 * @param code the last part of the message key {@code intake.error.…}
 */
public record RefusedItem(String file, long line, String field, String code, List<String> parameters) {
    static final String KEY = "intake.error.";

    public RefusedItem {
        parameters = List.copyOf(parameters);
    }

    public String key() {
        return KEY + code;
    }

    /** The sentence for people, in their language. */
    public String text(Locale locale) {
        return Messages.text(locale, key(), parameters.toArray());
    }
}
