package nl.buurtbundel.spending;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The number of an account (ISO 13616), without spaces. */
record Iban(String value) {
    private static final Pattern PATTERN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);
    private static final int COUNTRY_AND_CHECK = 4;
    private static final int LENGTH_IN_THE_NETHERLANDS = 18;

    Iban {
        if (!isValid(value)) {
            throw new IllegalArgumentException("no IBAN");
        }
    }

    static boolean isValid(String text) {
        return PATTERN.matcher(text).matches()
                && (!text.startsWith("NL") || text.length() == LENGTH_IN_THE_NETHERLANDS)
                && remainder(text) == 1;
    }

    /** As people type it: with spaces, in small letters. */
    static Optional<Iban> find(String typed) {
        String text = typed.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        return isValid(text) ? Optional.of(new Iban(text)) : Optional.empty();
    }

    /** ISO 7064 mod 97-10, with letters as 10 to 35. */
    private static int remainder(String text) {
        String turned = text.substring(COUNTRY_AND_CHECK) + text.substring(0, COUNTRY_AND_CHECK);
        StringBuilder digits = new StringBuilder();
        turned.chars().forEach(sign -> digits.append(Character.digit(sign, Character.MAX_RADIX)));
        return new BigInteger(digits.toString()).mod(NINETY_SEVEN).intValueExact();
    }
}
