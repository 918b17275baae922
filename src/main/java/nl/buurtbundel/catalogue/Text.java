package nl.buurtbundel.catalogue;

import java.util.Locale;
import nl.buurtbundel.foundation.Messages;
import nl.buurtbundel.foundation.Refusal;

/** Words for people, in both languages. */
public record Text(String nl, String en) {

    public Text {
        if (nl.isBlank() || en.isBlank()) {
            throw new Refusal("catalogue.error.text-missing");
        }
    }

    public String in(Locale locale) {
        return Messages.supported(locale).equals(Messages.ENGLISH) ? en : nl;
    }

    /** The text of a message, in both languages. */
    public static Text ofMessage(String key, Object... parameters) {
        return new Text(
                Messages.text(Messages.DUTCH, key, parameters), Messages.text(Messages.ENGLISH, key, parameters));
    }
}
