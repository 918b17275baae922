package nl.buurtbundel.foundation;

import java.security.SecureRandom;
import java.util.Locale;

/**
 * What one person hands to another to be let in once, such as the second adult at home. Without letters that look like figures;
 * only its hash is kept.
 */
public record OneTimeCode(String text) {
    private static final String ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private static final int LENGTH = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static OneTimeCode random() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return new OneTimeCode(text.toString());
    }

    /** As typed: spaces, dashes and small letters do not matter. */
    public static OneTimeCode of(String typed) {
        String start = typed.length() > 100 ? typed.substring(0, 100) : typed;
        return new OneTimeCode(start.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", ""));
    }

    public String hash() {
        return Sha256.of(text);
    }
}
