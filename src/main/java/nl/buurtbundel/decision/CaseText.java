package nl.buurtbundel.decision;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.buurtbundel.foundation.Refusal;

/**
 * What a household needs, in a few words that say nothing of who it is. What certainly says it (a citizen service number, a
 * telephone number, an e-mail address, a postcode, a day of birth) is refused; what may be a name is pointed out, for “Bosch” may be a washing
 * machine.
 */
public record CaseText(String words) {
    public static final int LONGEST = 100;

    private static final Pattern NUMBER = Pattern.compile("(?<![0-9])(?:\\+31|0|[0-9])(?:[ .-]?[0-9]){8,9}(?![0-9])");
    private static final Pattern MAIL = Pattern.compile("\\S+@\\S+\\.\\S+");
    private static final Pattern POSTCODE =
            Pattern.compile("(?<![0-9])[1-9][0-9]{3}(?: ?[A-Z]{2}|[a-z]{2})(?![A-Za-z])");
    private static final Pattern BIRTH =
            Pattern.compile("(?<![0-9])[0-9]{1,2}[-/.][0-9]{1,2}[-/.](?:19|20)?[0-9]{2}(?![0-9])");

    private static final Pattern TITLED = Pattern.compile(
            "(?iu)(?<!\\p{L})(?:mevr|mevrouw|mw|dhr|meneer|heer|fam|familie|gezin|mrs|ms|mr|family)\\.?\\s+"
                    + "((?:van|de|der|den|el|al|ten|ter)\\s+)*(?-i:\\p{Lu})\\p{L}+");
    private static final Pattern TWO_CAPITALS =
            Pattern.compile("(?<!\\p{L})\\p{Lu}\\p{Ll}+(?:\\s+(?:van|de|der|den|el|al|ten|ter))*\\s+\\p{Lu}\\p{Ll}+");
    private static final Pattern WITHIN = Pattern.compile("(?<=[\\p{Ll},;] )\\p{Lu}\\p{Ll}{2,}");

    public CaseText {
        words = words.strip();
        if (words.isEmpty()) {
            throw new Refusal("decision.error.mini-no-words");
        }
        if (words.length() > LONGEST) {
            throw new Refusal("decision.error.mini-too-long", LONGEST);
        }
        if (saysWho(words)) {
            throw new Refusal("decision.error.mini-says-who");
        }
    }

    private static boolean saysWho(String text) {
        return NUMBER.matcher(text).find()
                || MAIL.matcher(text).find()
                || POSTCODE.matcher(text).find()
                || BIRTH.matcher(text).find();
    }

    /** What in a text may be the name of somebody. */
    public static Optional<String> findName(String text) {
        for (Pattern pattern : new Pattern[] {TITLED, TWO_CAPITALS, WITHIN}) {
            Matcher found = pattern.matcher(text);
            if (found.find()) {
                return Optional.of(found.group());
            }
        }
        return Optional.empty();
    }
}
