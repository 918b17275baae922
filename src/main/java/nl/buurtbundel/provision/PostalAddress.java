package nl.buurtbundel.provision;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody lives, on its way in: enough to find the neighbourhood and to see who lives together. It is not stored: a
 * household keeps an opaque key of it, and what waits for a place keeps the postcode until it has one.
 *
 * @param postcode four digits and two capitals, no space
 * @param letter empty if there is none
 * @param addition empty if there is none
 */
public record PostalAddress(String postcode, int houseNumber, String letter, String addition) {
    private static final Pattern POSTCODE = Pattern.compile("[1-9][0-9]{3}[A-Z]{2}");

    /** As people write it on one line: postcode, number, and what tells the homes at that number apart. */
    private static final Pattern LINE =
            Pattern.compile("([1-9]\\d{3} ?[A-Z]{2})[ ,]+(\\d{1,5})(?!\\d)[ -]*([A-Z](?!\\w))?[ -]*([A-Z0-9]{0,4})");

    public PostalAddress {
        if (!POSTCODE.matcher(postcode).matches() || houseNumber < 1 || houseNumber > 99_999) {
            throw new IllegalArgumentException("no address that can be placed");
        }
        letter = letter.toUpperCase(Locale.ROOT);
        addition = addition.toUpperCase(Locale.ROOT);
    }

    /** An address made of what a message or file holds; empty if it cannot be placed. */
    public static Optional<PostalAddress> find(
            @Nullable String postcode, int houseNumber, @Nullable String letter, @Nullable String addition) {
        String code = normalisedPostcode(postcode == null ? "" : postcode);
        if (!POSTCODE.matcher(code).matches() || houseNumber < 1 || houseNumber > 99_999) {
            return Optional.empty();
        }
        return Optional.of(new PostalAddress(code, houseNumber, stripped(letter), stripped(addition)));
    }

    /** Empty if it is no postcode with a number. */
    public static Optional<PostalAddress> read(String line) {
        Matcher found = LINE.matcher(line.strip().toUpperCase(Locale.ROOT));
        return found.matches()
                ? find(found.group(1), Integer.parseInt(found.group(2)), found.group(3), found.group(4))
                : Optional.empty();
    }

    public static String normalisedPostcode(String text) {
        return text.replace(" ", "").toUpperCase(Locale.ROOT);
    }

    public static boolean isPostcode(String normalised) {
        return POSTCODE.matcher(normalised).matches();
    }

    /** The same however it is written: 12A-2, 12 A 2 and 12a2 are one home. */
    String homeAsWritten() {
        return postcode
                + ' '
                + houseNumber
                + ' '
                + (letter + addition).replaceAll("[^A-Z0-9]", "").replaceAll("(?<![0-9])0+(?=[0-9])", "");
    }

    /** All that tells one home from another, in one text. */
    String home() {
        return postcode + ' ' + houseNumber + ' ' + letter + ' ' + addition;
    }

    private static String stripped(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** Hides the address, so that no log or error can show it. */
    @Override
    public String toString() {
        return "address";
    }
}
